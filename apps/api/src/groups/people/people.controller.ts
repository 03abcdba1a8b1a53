import {
  EndGroupRole,
  GroupMemberParam,
  GroupRolePage,
  GroupRoleParam,
  GroupRoleView,
  MemberPage,
  MemberPreferences,
  MemberView,
  NewGroupRole,
  NewMember,
} from '@followon/shared/contract/groups';
import { IdParam, PageQuery } from '@followon/shared/contract/page';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allows } from '../../auth/allows.js';
import { MembersService } from './members.service.js';
import { RolesService } from './roles.service.js';

interface OfGroup {
  readonly id: string;
}
type Paging = z.infer<typeof PageQuery>;

@ApiTags('groups')
@Controller('groups/:id')
export class PeopleController {
  constructor(
    private readonly people: MembersService,
    private readonly roles: RolesService,
  ) {}

  @Get('members')
  @Allows('see-members')
  @ApiOkResponse({ standardSchema: MemberPage })
  members(@Param({ schema: IdParam }) { id }: OfGroup, @Query({ schema: PageQuery }) query: Paging) {
    return this.people.list(id, query);
  }

  @Post('members')
  @Allows('write-members', 'start-group')
  @ApiCreatedResponse({ standardSchema: MemberView })
  join(@Param({ schema: IdParam }) { id }: OfGroup, @Body({ schema: NewMember }) body: NewMember) {
    return this.people.join(id, body);
  }

  @Delete('members/:memberId')
  @HttpCode(204)
  @Allows('write-members')
  @ApiNoContentResponse()
  leave(@Param({ schema: GroupMemberParam }) { id, memberId }: z.infer<typeof GroupMemberParam>) {
    return this.people.leave(id, memberId);
  }

  /** Whether a member gets messages at all: their own word, or that of a contact person who asked them. */
  @Put('members/:memberId/preferences')
  @Allows('write-preferences')
  @ApiOkResponse({ standardSchema: MemberView })
  prefer(
    @Param({ schema: GroupMemberParam }) { id, memberId }: z.infer<typeof GroupMemberParam>,
    @Body({ schema: MemberPreferences }) body: MemberPreferences,
  ) {
    return this.people.prefer(id, { memberId, ...body });
  }

  @Get('roles')
  @Allows('see-group')
  @ApiOkResponse({ standardSchema: GroupRolePage })
  rolesOf(@Param({ schema: IdParam }) { id }: OfGroup, @Query({ schema: PageQuery }) query: Paging) {
    return this.roles.list(id, query);
  }

  @Post('roles')
  @Allows('write-roles', 'name-ptv', 'start-group')
  @ApiCreatedResponse({ standardSchema: GroupRoleView })
  accept(@Param({ schema: IdParam }) { id }: OfGroup, @Body({ schema: NewGroupRole }) body: NewGroupRole) {
    return this.roles.accept(id, body);
  }

  @Delete('roles/:roleId')
  @HttpCode(204)
  @Allows('write-roles', 'name-ptv')
  @ApiNoContentResponse()
  vacate(
    @Param({ schema: GroupRoleParam }) { id, roleId }: z.infer<typeof GroupRoleParam>,
    @Query({ schema: EndGroupRole }) { reason }: EndGroupRole,
  ) {
    return this.roles.vacate(id, { id: roleId, reason });
  }
}
