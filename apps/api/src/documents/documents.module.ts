import { Module } from '@nestjs/common';
import { DocumentQueries } from './document-queries.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsService } from './documents.service.js';
import { GivenService } from './given.service.js';

@Module({ controllers: [DocumentsController], providers: [DocumentsService, GivenService, DocumentQueries] })
export class DocumentsModule {}
