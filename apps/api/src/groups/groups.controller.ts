import {
  ChangeRest,
  CloseGroup,
  GroupAct,
  GroupPage,
  GroupPatch,
  GroupQuery,
  GroupView,
  NewGroup,
  RestGroup,
} from '@followon/shared/contract/groups';
import { Nothing } from '@followon/shared/contract/handovers';
import { GroupHealthView } from '@followon/shared/contract/health';
import { IdParam } from '@followon/shared/contract/page';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../auth/allows.js';
import { IfMatch } from '../http/etag.js';
import { EndingsService } from './endings.service.js';
import { GroupReader } from './group-reader.js';
import { GroupsService } from './groups.service.js';

interface OfGroup {
  readonly id: string;
}

@ApiTags('groups')
@Controller('groups')
export class GroupsController {
  constructor(
    private readonly groups: GroupsService,
    private readonly reader: GroupReader,
    private readonly endings: EndingsService,
  ) {}

  @Get()
  @Allows('see-groups')
  @ApiOkResponse({ standardSchema: GroupPage })
  list(@Query({ schema: GroupQuery }) query: GroupQuery) {
    return this.reader.list(query);
  }

  @Post()
  @Allows('form-group')
  @ApiCreatedResponse({ standardSchema: GroupView })
  create(@Body({ schema: NewGroup }) body: NewGroup) {
    return this.groups.create(body);
  }

  @Get(':id')
  @Allows('see-group')
  @ApiOkResponse({ standardSchema: GroupView })
  one(@Param({ schema: IdParam }) { id }: OfGroup) {
    return this.reader.one(id);
  }

  @Patch(':id')
  @Allows('write-group')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that came with the group.' })
  @ApiOkResponse({ standardSchema: GroupView })
  change(
    @Param({ schema: IdParam }) { id }: OfGroup,
    @Body({ schema: GroupPatch }) patch: GroupPatch,
    @IfMatch() version: number | undefined,
  ) {
    return this.groups.change(id, patch, version);
  }

  /** How the group is doing, why, and what would clear it. */
  @Get(':id/health')
  @Allows('see-group-health')
  @ApiOkResponse({ standardSchema: GroupHealthView })
  health(@Param({ schema: IdParam }) { id }: OfGroup) {
    return this.reader.health(id);
  }

  @Post(':id/rest')
  @HttpCode(200)
  @Allows('rest-group')
  @ApiOkResponse({ standardSchema: GroupView })
  rest(@Param({ schema: IdParam }) { id }: OfGroup, @Body({ schema: RestGroup }) body: RestGroup) {
    return this.groups.rest(id, body);
  }

  /** Another day back while it rests. */
  @Put(':id/rest')
  @Allows('rest-group')
  @ApiOkResponse({ standardSchema: GroupView })
  changeRest(@Param({ schema: IdParam }) { id }: OfGroup, @Body({ schema: ChangeRest }) body: ChangeRest) {
    return this.groups.changeRest(id, body);
  }

  @Post(':id/resume')
  @HttpCode(200)
  @Allows('rest-group')
  @ApiOkResponse({ standardSchema: GroupView })
  resume(@Param({ schema: IdParam }) { id }: OfGroup, @Body({ schema: Nothing }) _body: object) {
    return this.groups.resume(id);
  }

  @Post(':id/close')
  @HttpCode(200)
  @Allows('close-group')
  @ApiOkResponse({ standardSchema: GroupView })
  close(@Param({ schema: IdParam }) { id }: OfGroup, @Body({ schema: CloseGroup }) body: CloseGroup) {
    return this.endings.close(id, body);
  }

  /** An announced ending is taken back. */
  @Post(':id/keep-going')
  @HttpCode(200)
  @Allows('close-group')
  @ApiOkResponse({ standardSchema: GroupView })
  keepGoing(@Param({ schema: IdParam }) { id }: OfGroup, @Body({ schema: GroupAct }) body: GroupAct) {
    return this.endings.keepGoing(id, body);
  }

  /** After a break or an end. */
  @Post(':id/restart')
  @HttpCode(200)
  @Allows('restart-group')
  @ApiOkResponse({ standardSchema: GroupView })
  restart(@Param({ schema: IdParam }) { id }: OfGroup, @Body({ schema: GroupAct }) body: GroupAct) {
    return this.endings.restart(id, body);
  }
}
