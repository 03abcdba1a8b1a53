import { Module } from '@nestjs/common';
import { TrialQueries } from './trial-queries.js';
import { TrialsController } from './trials.controller.js';
import { TrialsService } from './trials.service.js';

@Module({ controllers: [TrialsController], providers: [TrialsService, TrialQueries] })
export class TrialsModule {}
