import { Module } from '@nestjs/common';
import { VolunteerQueries } from './volunteer-queries.js';
import { VolunteersController } from './volunteers.controller.js';
import { VolunteersService } from './volunteers.service.js';

@Module({ controllers: [VolunteersController], providers: [VolunteersService, VolunteerQueries] })
export class VolunteersModule {}
