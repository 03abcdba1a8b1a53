import { Module } from '@nestjs/common';
import { MeetingAnswers } from './answers-before.js';
import { MeetingQueries } from './meeting-queries.js';
import { MeetingsController } from './meetings.controller.js';
import { MeetingsService } from './meetings.service.js';
import { RegisterMarks } from './register-marks.js';
import { RegistersService } from './registers.service.js';

@Module({
  controllers: [MeetingsController],
  providers: [MeetingsService, MeetingQueries, MeetingAnswers, RegistersService, RegisterMarks],
  exports: [RegistersService, MeetingAnswers],
})
export class MeetingsModule {}
