import {
  AlertDetail,
  AlertPage,
  AlertQuery,
  AlertView,
  GiveFeedback,
  ResolveAlert,
  SnoozeAlert,
} from '@followon/shared/contract/alerts';
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

  /** With its reasons, its way back to the registers, and what happened since; also after it is over. */
  @Get(':id')
  @Allows('see-alerts')
  @ApiOkResponse({ standardSchema: AlertDetail })
  detail(@Param({ schema: IdParam }) { id }: OfAlert) {
    return this.alerts.detail(id);
  }

  @Post(':id/acknowledge')
  @HttpCode(200)
  @Allows('acknowledge-alert')
  @ApiOkResponse({ standardSchema: AlertView })
  acknowledge(@Param({ schema: IdParam }) { id }: OfAlert, @Body({ schema: Nothing }) _body: object) {
    return this.alerts.acknowledge(id);
  }

  /** Looked after until a day, at most three months ahead; then it stands open again. */
  @Post(':id/snooze')
  @HttpCode(200)
  @Allows('acknowledge-alert')
  @ApiOkResponse({ standardSchema: AlertView })
  snooze(@Param({ schema: IdParam }) { id }: OfAlert, @Body({ schema: SnoozeAlert }) { until }: SnoozeAlert) {
    return this.alerts.snooze(id, until);
  }

  /** What the reader thinks of it; may be changed, also after it is over. */
  @Post(':id/feedback')
  @HttpCode(200)
  @Allows('resolve-alert')
  @ApiOkResponse({ standardSchema: AlertView })
  judge(
    @Param({ schema: IdParam }) { id }: OfAlert,
    @Body({ schema: GiveFeedback }) { verdict }: GiveFeedback,
  ) {
    return this.alerts.judge(id, verdict);
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
