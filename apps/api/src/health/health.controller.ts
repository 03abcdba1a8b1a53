import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../auth/allows.js';
import { Relay } from '../ledger/relay.js';
import { Metrics } from './metrics.js';
import { Readiness } from './readiness.js';

/** For the supervisor and the load balancer. A silent doorbell degrades the service but never makes it unready. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly metricsOf: Metrics,
    private readonly relay: Relay,
  ) {}

  @Get('health/live')
  @Public()
  live(@Res({ passthrough: true }) response: Response) {
    const isAlive = this.readiness.isAlive();
    if (!isAlive) response.status(503);
    return { status: isAlive ? 'live' : 'blocked' };
  }

  @Get('health/ready')
  @Public()
  async ready(@Res({ passthrough: true }) response: Response) {
    const status = await this.readiness.state();
    if (status !== 'ready') response.status(503);
    return { status, doorbell: this.relay.healthy ? 'heard' : 'silent' };
  }

  @Get('metrics')
  @Public()
  @HttpCode(200)
  async metrics(@Res() response: Response): Promise<void> {
    response.type(this.metricsOf.contentType).send(await this.metricsOf.text());
  }
}
