import { Module } from '@nestjs/common';
import { ImportReports } from './import-reports.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';

@Module({ controllers: [ImportsController], providers: [ImportsService, ImportReports] })
export class ImportsModule {}
