import { Module } from '@nestjs/common';
import { AlertActs } from './alert-acts.service.js';
import { AlertFeedback } from './alert-feedback.js';
import { AlertPolicyController } from './alert-policy.controller.js';
import { AlertPolicyService } from './alert-policy.service.js';
import { AlertQueries } from './alert-queries.js';
import { AlertStandings } from './alert-standings.js';
import { AlertStory } from './alert-story.js';
import { AlertsController } from './alerts.controller.js';
import { AlertsService } from './alerts.service.js';

@Module({
  controllers: [AlertsController, AlertPolicyController],
  providers: [
    ...[AlertsService, AlertActs, AlertQueries, AlertStandings, AlertStory],
    ...[AlertFeedback, AlertPolicyService],
  ],
})
export class AlertsModule {}
