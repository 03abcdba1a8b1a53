import { HandoverTaskView, TaskPage, TaskPatch, TaskQuery } from '@followon/shared/contract/handovers';
import { IdParam } from '@followon/shared/contract/page';
import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../auth/allows.js';
import { IfMatch } from '../http/etag.js';
import { TasksService } from './tasks.service.js';

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
  @ApiHeader({
    name: 'If-Match',
    required: true,
    description: 'The ETag or version that came with the task.',
  })
  @ApiOkResponse({ standardSchema: HandoverTaskView })
  change(
    @Param({ schema: IdParam }) { id }: { id: string },
    @Body({ schema: TaskPatch }) patch: TaskPatch,
    @IfMatch() version: number | undefined,
  ) {
    return this.tasks.change(id, patch, version);
  }
}
