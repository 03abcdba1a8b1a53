import { AlertPage, AlertQuery, AlertView, ResolveAlert } from '@followon/shared/contract/alerts';
import { Nothing } from '@followon/shared/contract/handovers';
import { IdParam } from '@followon/shared/contract/page';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../auth/allows.js';
import { AlertsService } from './alerts.service.js';

interface OfAlert {
  readonly id: string;
}

@ApiTags('alerts')
@Controller('alerts')
export class AlertsController {
  constructor(private readonly alerts: AlertsService) {}

  @Get()
  @Allows('see-alerts')
  @ApiOkResponse({ standardSchema: AlertPage })
  list(@Query({ schema: AlertQuery }) query: AlertQuery) {
    return this.alerts.list(query);
  }

  @Post(':id/acknowledge')
  @HttpCode(200)
  @Allows('acknowledge-alert')
  @ApiOkResponse({ standardSchema: AlertView })
  acknowledge(@Param({ schema: IdParam }) { id }: OfAlert, @Body({ schema: Nothing }) _body: object) {
    return this.alerts.acknowledge(id);
  }

  /** What came of it, and whether the alert was of use. */
  @Post(':id/resolve')
  @HttpCode(200)
  @Allows('resolve-alert')
  @ApiOkResponse({ standardSchema: AlertView })
  resolve(@Param({ schema: IdParam }) { id }: OfAlert, @Body({ schema: ResolveAlert }) body: ResolveAlert) {
    return this.alerts.resolve(id, body);
  }
}
