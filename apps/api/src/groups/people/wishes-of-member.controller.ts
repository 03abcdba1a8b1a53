import { GroupMemberParam } from '@followon/shared/contract/groups';
import { MemberWishesView } from '@followon/shared/contract/member-wishes';
import { WishesChange } from '@followon/shared/contract/wishes';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allows } from '../../auth/allows.js';
import { IfMatch } from '../../http/etag.js';
import { WishesOfMember } from './wishes-of-member.service.js';

type OfMember = z.infer<typeof GroupMemberParam>;

@ApiTags('groups')
@Controller('groups/:id/members/:memberId/wishes')
export class WishesOfMemberController {
  constructor(private readonly wishes: WishesOfMember) {}

  /** What a member would like, as their group's contact person writes it down. */
  @Get()
  @Allows('write-contact-points')
  @ApiOkResponse({ standardSchema: MemberWishesView })
  read(@Param({ schema: GroupMemberParam }) member: OfMember) {
    return this.wishes.read(member);
  }

  /** Changes what is given, as the member said it; the rest stays. */
  @Put()
  @Allows('write-contact-points')
  @ApiHeader({
    name: 'If-Match',
    required: true,
    description: 'The ETag that came with the wishes; "0" before anything was said.',
  })
  @ApiOkResponse({ standardSchema: MemberWishesView })
  change(
    @Param({ schema: GroupMemberParam }) member: OfMember,
    @Body({ schema: WishesChange }) body: WishesChange,
    @IfMatch() version: number | undefined,
  ) {
    return this.wishes.change(member, body, version);
  }
}
