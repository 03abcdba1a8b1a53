import { Module } from '@nestjs/common';
import { HandoversModule } from '../handovers/handovers.module.js';
import { VolunteersModule } from '../volunteers/volunteers.module.js';
import { ChangeProgramme } from './change-programme.js';
import { ClinicianQueries } from './clinician-queries.js';
import { CliniciansController } from './clinicians.controller.js';
import { Forming } from './forming.js';
import { ParticipantQueries } from './participant-queries.js';
import { ParticipantsService } from './participants.service.js';
import { ProgrammeQueries } from './programme-queries.js';
import { ProgrammesController } from './programmes.controller.js';
import { ProgrammesService } from './programmes.service.js';

@Module({
  imports: [HandoversModule, VolunteersModule],
  controllers: [ProgrammesController, CliniciansController],
  providers: [
    ProgrammesService,
    ProgrammeQueries,
    ChangeProgramme,
    Forming,
    ParticipantsService,
    ParticipantQueries,
    ClinicianQueries,
  ],
})
export class ProgrammesModule {}
