import { Module } from '@nestjs/common';
import { LivedQueries } from './lived-queries.js';
import { PolicyQueries } from './policy-queries.js';
import { PolicyController } from './policy.controller.js';
import { PolicyService } from './policy.service.js';
import { ReplayService } from './replay.service.js';

@Module({
  controllers: [PolicyController],
  providers: [PolicyService, PolicyQueries, ReplayService, LivedQueries],
})
export class PolicyModule {}
