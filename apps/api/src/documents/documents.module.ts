import { Module } from '@nestjs/common';
import { HandoversModule } from '../handovers/handovers.module.js';
import { DocumentQueries } from './document-queries.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsService } from './documents.service.js';
import { GivenService } from './given.service.js';

@Module({
  imports: [HandoversModule],
  controllers: [DocumentsController],
  providers: [DocumentsService, GivenService, DocumentQueries],
})
export class DocumentsModule {}
