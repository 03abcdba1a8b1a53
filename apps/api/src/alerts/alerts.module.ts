import { Module } from '@nestjs/common';
import { AlertQueries } from './alert-queries.js';
import { AlertsController } from './alerts.controller.js';
import { AlertsService } from './alerts.service.js';

@Module({ controllers: [AlertsController], providers: [AlertsService, AlertQueries] })
export class AlertsModule {}
