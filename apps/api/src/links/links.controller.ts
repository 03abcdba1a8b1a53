import { ActByLink, LinkView, OpenLink } from '@followon/shared/contract/links';
import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiGoneResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Public } from '../auth/allows.js';
import { LinksService } from './links.service.js';

/** By link, without a session: cookies are neither read nor set. Nothing here answers to GET, which mail scanners use. */
@ApiTags('links')
@Controller('links')
export class LinksController {
  constructor(private readonly links: LinksService) {}

  /** What a link is for; opening it never acts. */
  @Post('open')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: LinkView })
  open(@Body({ schema: OpenLink }) { token }: OpenLink, @Req() request: Request): Promise<LinkView> {
    return this.links.open(token, request.ip ?? 'unknown');
  }

  /** Does the one thing it is for. */
  @Post('act')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: LinkView })
  @ApiGoneResponse({ description: 'It was used before: what happened, and when.' })
  act(@Body({ schema: ActByLink }) body: ActByLink, @Req() request: Request): Promise<LinkView> {
    return this.links.act(body, request.ip ?? 'unknown');
  }
}
