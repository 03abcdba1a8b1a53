import { Nothing } from '@followon/shared/contract/handovers';
import { WishLink } from '@followon/shared/contract/links';
import { IdParam } from '@followon/shared/contract/page';
import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Allows } from '../auth/allows.js';
import { originOf } from '../http/origin-of.js';
import { WishLinks } from './wish-links.service.js';

@ApiTags('links')
@Controller('programmes')
export class WishLinksController {
  constructor(private readonly links: WishLinks) {}

  /** A link and its picture for the room: slips with wishes, without names. */
  @Post(':id/wish-link')
  @Allows('record-interest')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: WishLink })
  make(
    @Param({ schema: IdParam }) { id }: { id: string },
    @Body({ schema: Nothing }) _body: object,
    @Req() request: Request,
  ): Promise<WishLink> {
    return this.links.ofProgramme(id, originOf(request));
  }
}
