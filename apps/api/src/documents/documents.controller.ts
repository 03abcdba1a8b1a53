import {
  DocumentGiven,
  DocumentPage,
  DocumentParam,
  DocumentPreview,
  DocumentQuery,
  DocumentsGiven,
  DocumentsQuery,
  DocumentView,
  GiveDocument,
  PreviewDocument,
  SaveDocument,
} from '@followon/shared/contract/documents';
import { IdParam } from '@followon/shared/contract/page';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allows } from '../auth/allows.js';
import { IfMatch } from '../http/etag.js';
import { DocumentsService } from './documents.service.js';
import { GivenService } from './given.service.js';

type OfKey = z.infer<typeof DocumentParam>;

@ApiTags('documents')
@Controller()
export class DocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly givenOut: GivenService,
  ) {}

  @Get('documents')
  @Allows('see-documents')
  @ApiOkResponse({ standardSchema: DocumentPage })
  list(@Query({ schema: DocumentsQuery }) { site }: z.infer<typeof DocumentsQuery>) {
    return this.documents.list(site);
  }

  /** One document as the site words it, ready to print; with a programme, what is known is filled in. */
  @Get('documents/:key')
  @Allows('see-documents')
  @ApiOkResponse({ standardSchema: DocumentView })
  one(
    @Param({ schema: DocumentParam }) { key }: OfKey,
    @Query({ schema: DocumentQuery }) query: DocumentQuery,
  ) {
    return this.documents.one(key, query);
  }

  @Post('documents/:key/preview')
  @HttpCode(200)
  @Allows('write-documents')
  @ApiOkResponse({ standardSchema: DocumentPreview })
  preview(
    @Param({ schema: DocumentParam }) _param: OfKey,
    @Body({ schema: PreviewDocument }) body: PreviewDocument,
  ) {
    return this.documents.preview(body);
  }

  @Put('documents/:key')
  @Allows('write-documents')
  @ApiHeader({
    name: 'If-Match',
    required: true,
    description: 'The ETag that came with the document; "0" while the site uses the shipped words.',
  })
  @ApiOkResponse({ standardSchema: DocumentView })
  save(
    @Param({ schema: DocumentParam }) { key }: OfKey,
    @Body({ schema: SaveDocument }) body: SaveDocument,
    @IfMatch() version: number | undefined,
  ) {
    return this.documents.save(key, body, version);
  }

  @Get('programmes/:id/documents')
  @Allows('see-handover')
  @ApiOkResponse({ standardSchema: DocumentsGiven })
  given(@Param({ schema: IdParam }) { id }: { id: string }) {
    return this.givenOut.list(id);
  }

  /** Which wording was given, in which format and when. */
  @Post('programmes/:id/documents')
  @Allows('give-document')
  @ApiCreatedResponse({ standardSchema: DocumentGiven })
  give(
    @Param({ schema: IdParam }) { id }: { id: string },
    @Body({ schema: GiveDocument }) body: GiveDocument,
  ) {
    return this.givenOut.give(id, body);
  }
}
