import { MemberPage } from '@followon/shared/contract/groups';
import { IdParam, PageQuery } from '@followon/shared/contract/page';
import {
  FinishProgramme,
  NewProgramme,
  ProgrammePage,
  ProgrammePatch,
  ProgrammeQuery,
  ProgrammeView,
} from '@followon/shared/contract/programmes';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../auth/allows.js';
import { IfMatch } from '../http/etag.js';
import { ParticipantsService } from './participants.service.js';
import { ProgrammesService } from './programmes.service.js';

@ApiTags('programmes')
@Controller('programmes')
export class ProgrammesController {
  constructor(
    private readonly programmes: ProgrammesService,
    private readonly participants: ParticipantsService,
  ) {}

  @Get()
  @Allows('see-programmes')
  @ApiOkResponse({ standardSchema: ProgrammePage })
  list(@Query({ schema: ProgrammeQuery }) query: ProgrammeQuery) {
    return this.programmes.list(query);
  }

  @Get(':id')
  @Allows('see-programme')
  @ApiOkResponse({ standardSchema: ProgrammeView })
  one(@Param({ schema: IdParam }) { id }: { id: string }) {
    return this.programmes.one(id);
  }

  /** The person-level view: the programme's own clinician's, until the handover is signed off. Reading it is logged. */
  @Get(':id/participants')
  @Allows('see-participants')
  @ApiOkResponse({ standardSchema: MemberPage })
  people(
    @Param({ schema: IdParam }) { id }: { id: string },
    @Query({ schema: PageQuery }) query: { cursor?: string | undefined; limit: number },
  ) {
    return this.participants.list(id, query);
  }

  @Post()
  @Allows('write-programme')
  @ApiCreatedResponse({ standardSchema: ProgrammeView })
  create(@Body({ schema: NewProgramme }) body: NewProgramme) {
    return this.programmes.create(body);
  }

  @Patch(':id')
  @Allows('write-programme', 'name-ptv', 'name-clinician', 'take-programme')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that came with the programme.' })
  @ApiOkResponse({ standardSchema: ProgrammeView })
  change(
    @Param({ schema: IdParam }) { id }: { id: string },
    @Body({ schema: ProgrammePatch }) patch: ProgrammePatch,
    @IfMatch() version: number | undefined,
  ) {
    return this.programmes.change(id, patch, version);
  }

  @Post(':id/finish')
  @HttpCode(200)
  @Allows('finish-programme')
  @ApiOkResponse({ standardSchema: ProgrammeView })
  finish(
    @Param({ schema: IdParam }) { id }: { id: string },
    @Body({ schema: FinishProgramme }) body: FinishProgramme,
  ) {
    return this.programmes.finish(id, body.finishedOn);
  }
}
