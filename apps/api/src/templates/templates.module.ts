import { Module } from '@nestjs/common';
import { RunningListController } from './running-list.controller.js';
import { RunningListService } from './running-list.service.js';
import { TemplateQueries } from './template-queries.js';
import { TemplatesController } from './templates.controller.js';
import { TemplatesService } from './templates.service.js';

@Module({
  controllers: [TemplatesController, RunningListController],
  providers: [TemplatesService, RunningListService, TemplateQueries],
})
export class TemplatesModule {}
