import { Module } from '@nestjs/common';
import { MeetingQueries } from './meeting-queries.js';
import { MeetingsController } from './meetings.controller.js';
import { MeetingsService } from './meetings.service.js';
import { RegisterMarks } from './register-marks.js';
import { RegistersService } from './registers.service.js';

@Module({
  controllers: [MeetingsController],
  providers: [MeetingsService, MeetingQueries, RegistersService, RegisterMarks],
  exports: [RegistersService],
})
export class MeetingsModule {}
