import { SkipStage, StageParam } from '@followon/shared/contract/handover-policy';
import { HandoverTaskView } from '@followon/shared/contract/handovers';
import type { EscalationStage } from '@followon/shared/contract/handover-policy';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../../auth/allows.js';
import { StagesService } from './stages.service.js';

@ApiTags('handovers')
@Controller('handover-tasks')
export class StagesController {
  constructor(private readonly stages: StagesService) {}

  /** Somebody need not hear of a late task: the stage is left out, with the reason. */
  @Post(':id/stages/:stage/skip')
  @HttpCode(200)
  @Allows('skip-stage')
  @ApiOkResponse({ standardSchema: HandoverTaskView })
  skip(
    @Param({ schema: StageParam }) { id, stage }: { id: string; stage: EscalationStage },
    @Body({ schema: SkipStage }) { reason }: SkipStage,
  ) {
    return this.stages.skip(id, stage, reason);
  }
}
