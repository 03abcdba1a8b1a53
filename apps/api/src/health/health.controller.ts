import { Controller, Get, HttpCode, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Registry, collectDefaultMetrics } from 'prom-client';
import type { DataSource } from 'typeorm';
import { Public } from '../auth/allows.js';
import { Relay } from '../ledger/relay.js';
import { APP_DB } from '../work/tokens.js';

const registry = new Registry();
collectDefaultMetrics({ register: registry });

/** For the supervisor and the load balancer. A silent doorbell degrades the service but never makes it unready. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    @Inject(APP_DB) private readonly database: DataSource,
    private readonly relay: Relay,
  ) {}

  @Get('health/live')
  @Public()
  live() {
    return { status: 'live' };
  }

  @Get('health/ready')
  @Public()
  async ready(@Res({ passthrough: true }) response: Response) {
    const answers = await this.database.query('select 1').then(
      () => true,
      () => false,
    );
    if (!answers) response.status(503);
    return {
      status: answers ? 'ready' : 'waiting for the database',
      doorbell: this.relay.healthy ? 'heard' : 'silent',
    };
  }

  @Get('metrics')
  @Public()
  @HttpCode(200)
  async metrics(@Res() response: Response): Promise<void> {
    response.type(registry.contentType).send(await registry.metrics());
  }
}
