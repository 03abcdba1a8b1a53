import { Module } from '@nestjs/common';
import { HandoversModule } from '../handovers/handovers.module.js';
import { BreakQueries } from './breaks/break-queries.js';
import { BreaksController } from './breaks/breaks.controller.js';
import { BreaksService } from './breaks/breaks.service.js';
import { Answering } from './requests/answering.js';
import { Asking } from './requests/asking.js';
import { RequestQueries } from './requests/request-queries.js';
import { RequestsController } from './requests/requests.controller.js';
import { RequestsService } from './requests/requests.service.js';
import { VolunteerQueries } from './volunteer-queries.js';
import { VolunteersController } from './volunteers.controller.js';
import { VolunteersService } from './volunteers.service.js';

@Module({
  imports: [HandoversModule],
  controllers: [VolunteersController, RequestsController, BreaksController],
  providers: [
    ...[VolunteersService, VolunteerQueries],
    ...[RequestsService, RequestQueries, Asking, Answering],
    ...[BreaksService, BreakQueries],
  ],
  exports: [RequestsService, RequestQueries],
})
export class VolunteersModule {}
