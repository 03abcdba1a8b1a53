import { Module } from '@nestjs/common';
import { HandoverPolicyQueries } from './handover-policy-queries.js';
import { HandoverPolicyController } from './handover-policy.controller.js';
import { HandoverPolicyService } from './handover-policy.service.js';
import { LivedQueries } from './lived-queries.js';
import { PolicyQueries } from './policy-queries.js';
import { PolicyController } from './policy.controller.js';
import { PolicyService } from './policy.service.js';
import { ReplayService } from './replay.service.js';

@Module({
  controllers: [PolicyController, HandoverPolicyController],
  providers: [
    PolicyService,
    PolicyQueries,
    ReplayService,
    LivedQueries,
    HandoverPolicyService,
    HandoverPolicyQueries,
  ],
})
export class PolicyModule {}
