import { Module } from '@nestjs/common';
import { AnswersThatAct } from './answers-that-act.js';
import { AssignedTasks } from './assigned-tasks.js';
import { ClosedLists } from './closed-lists.js';
import { FactsThatTick } from './facts-that-tick.js';
import { HandoverEnds } from './handover-ends.js';
import { HandoverQueries } from './handover-queries.js';
import { HandoverViews } from './handover-views.js';
import { HandoversController } from './handovers.controller.js';
import { HandoversService } from './handovers.service.js';
import { StagesController } from './stages/stages.controller.js';
import { StagesService } from './stages/stages.service.js';
import { TaskChanges } from './task-changes.js';
import { TaskHand } from './task-hand.js';
import { TaskHanding } from './task-handing.js';
import { TaskQueries } from './task-queries.js';
import { TasksController } from './tasks.controller.js';
import { TasksService } from './tasks.service.js';
import { Unproven } from './unproven.js';

@Module({
  controllers: [HandoversController, TasksController, StagesController],
  providers: [
    HandoversService,
    HandoverEnds,
    HandoverQueries,
    HandoverViews,
    TasksService,
    TaskChanges,
    TaskHand,
    TaskHanding,
    TaskQueries,
    AnswersThatAct,
    AssignedTasks,
    ClosedLists,
    FactsThatTick,
    StagesService,
    Unproven,
  ],
  exports: [
    AssignedTasks,
    FactsThatTick,
    HandoversService,
    HandoverViews,
    TaskHand,
    TaskQueries,
    TasksService,
  ],
})
export class HandoversModule {}
