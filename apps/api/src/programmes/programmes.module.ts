import { Module } from '@nestjs/common';
import { HandoversModule } from '../handovers/handovers.module.js';
import { ChangeProgramme } from './change-programme.js';
import { ParticipantQueries } from './participant-queries.js';
import { ParticipantsService } from './participants.service.js';
import { ProgrammeQueries } from './programme-queries.js';
import { ProgrammesController } from './programmes.controller.js';
import { ProgrammesService } from './programmes.service.js';

@Module({
  imports: [HandoversModule],
  controllers: [ProgrammesController],
  providers: [ProgrammesService, ProgrammeQueries, ChangeProgramme, ParticipantsService, ParticipantQueries],
})
export class ProgrammesModule {}
