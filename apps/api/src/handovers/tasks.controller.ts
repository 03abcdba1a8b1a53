import {
  HandoverTaskView,
  TaskDraft,
  TaskLater,
  TaskPage,
  TaskPassOn,
  TaskPatch,
  TaskQuery,
} from '@followon/shared/contract/handovers';
import { IdParam } from '@followon/shared/contract/page';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../auth/allows.js';
import { IfMatch } from '../http/etag.js';
import { TasksService } from './tasks.service.js';

const versioned = {
  name: 'If-Match',
  required: true,
  description: 'The ETag or version that came with the task.',
};

@ApiTags('handovers')
@Controller('handover-tasks')
export class TasksController {
  constructor(private readonly tasks: TasksService) {}

  @Get()
  @Allows('see-handovers')
  @ApiOkResponse({ standardSchema: TaskPage })
  list(@Query({ schema: TaskQuery }) query: TaskQuery) {
    return this.tasks.list(query);
  }

  @Patch(':id')
  @Allows('tick-task')
  @ApiHeader(versioned)
  @ApiOkResponse({ standardSchema: HandoverTaskView })
  change(
    @Param({ schema: IdParam }) { id }: { id: string },
    @Body({ schema: TaskPatch }) patch: TaskPatch,
    @IfMatch() version: number | undefined,
  ) {
    return this.tasks.change(id, patch, version);
  }

  @Post(':id/later')
  @HttpCode(200)
  @Allows('tick-task')
  @ApiHeader(versioned)
  @ApiOkResponse({ standardSchema: HandoverTaskView })
  later(
    @Param({ schema: IdParam }) { id }: { id: string },
    @Body({ schema: TaskLater }) body: TaskLater,
    @IfMatch() version: number | undefined,
  ) {
    return this.tasks.later(id, body, version);
  }

  @Post(':id/pass-on')
  @HttpCode(200)
  @Allows('tick-task')
  @ApiHeader(versioned)
  @ApiOkResponse({ standardSchema: HandoverTaskView })
  passOn(
    @Param({ schema: IdParam }) { id }: { id: string },
    @Body({ schema: TaskPassOn }) body: TaskPassOn,
    @IfMatch() version: number | undefined,
  ) {
    return this.tasks.passOn(id, body, version);
  }

  @Put(':id/draft')
  @Allows('tick-task')
  @ApiOkResponse({ standardSchema: HandoverTaskView })
  answer(
    @Param({ schema: IdParam }) { id }: { id: string },
    @Body({ schema: TaskDraft }) answers: TaskDraft,
  ) {
    return this.tasks.answer(id, answers);
  }
}
