import {
  AlertFeedbackView,
  AlertPolicyQuery,
  AlertPolicyView,
  SaveAlertPolicy,
} from '@followon/shared/contract/alerts';
import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../auth/allows.js';
import { IfMatch } from '../http/etag.js';
import { AlertPolicyService } from './alert-policy.service.js';
import { AlertsService } from './alerts.service.js';

@ApiTags('policy')
@Controller()
export class AlertPolicyController {
  constructor(
    private readonly policies: AlertPolicyService,
    private readonly alerts: AlertsService,
  ) {}

  /** Whether a site gives its groups some days first, and when its administrators hear of an alert. */
  @Get('alert-policy')
  @Allows('see-alert-policy')
  @ApiOkResponse({ standardSchema: AlertPolicyView })
  of(@Query({ schema: AlertPolicyQuery }) { site }: AlertPolicyQuery) {
    return this.policies.of(site);
  }

  @Put('alert-policy')
  @Allows('set-alert-policy')
  @ApiHeader({
    name: 'If-Match',
    required: true,
    description: 'The ETag that came with the policy; "0" before anything was saved.',
  })
  @ApiOkResponse({ standardSchema: AlertPolicyView })
  save(@Body({ schema: SaveAlertPolicy }) body: SaveAlertPolicy, @IfMatch() version: number | undefined) {
    return this.policies.save(body, version);
  }

  /** What people at a site thought of alerts, by rule. */
  @Get('alert-feedback')
  @Allows('see-alert-feedback')
  @ApiOkResponse({ standardSchema: AlertFeedbackView })
  verdicts(@Query({ schema: AlertPolicyQuery }) { site }: AlertPolicyQuery) {
    return this.alerts.verdictsOf(site);
  }
}
