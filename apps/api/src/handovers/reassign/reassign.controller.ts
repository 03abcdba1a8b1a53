import { Reassign, ReassignView } from '@followon/shared/contract/reassign';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../../auth/allows.js';
import { ReassignService } from './reassign.service.js';

@ApiTags('handovers')
@Controller('handover-tasks')
export class ReassignController {
  constructor(private readonly reassigning: ReassignService) {}

  /** Up to 200 tasks to somebody else. With `preview` nothing is written; `undo` of the answer is the body that takes it back. */
  @Post('reassign')
  @HttpCode(200)
  @Allows('reassign-tasks')
  @ApiOkResponse({ standardSchema: ReassignView })
  reassign(@Body({ schema: Reassign }) body: Reassign) {
    return this.reassigning.reassign(body);
  }
}
