import { CalendarLinkView, CalendarToken } from '@followon/shared/contract/calendar';
import { Nothing } from '@followon/shared/contract/handovers';
import { IdParam } from '@followon/shared/contract/page';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Allows, Public } from '../auth/allows.js';
import { originOf } from '../http/origin-of.js';
import { CalendarFeeds } from './calendar-feeds.service.js';
import { CalendarLinks } from './calendar-links.service.js';
import { sendFeed } from './send-feed.js';

interface OfRecord {
  readonly id: string;
}

@ApiTags('calendar')
@Controller()
export class CalendarController {
  constructor(
    private readonly links: CalendarLinks,
    private readonly feeds: CalendarFeeds,
  ) {}

  /** A calendar by its address alone, as calendar programs fetch it; reading is all that the address can do. */
  @Get('calendar/:token.ics')
  @Public()
  @ApiProduces('text/calendar')
  async feed(
    @Param({ schema: CalendarToken }) { token }: CalendarToken,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const from = { address: request.ip ?? 'unknown', origin: originOf(request) };
    sendFeed(await this.feeds.read(token, from), request, response);
  }

  /** One meeting, to be put into a calendar by hand. */
  @Get('meetings/:id/calendar.ics')
  @Allows('see-meetings')
  @ApiProduces('text/calendar')
  async meeting(
    @Param({ schema: IdParam }) { id }: OfRecord,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    sendFeed(await this.feeds.ofMeeting(id), request, response);
  }

  @Get('calendar-links')
  @Allows('own-calendar')
  @ApiOkResponse({ standardSchema: CalendarLinkView })
  mine(@Req() request: Request): Promise<CalendarLinkView> {
    return this.links.ofMine(originOf(request));
  }

  /** A new address for my calendar; the one before ends. */
  @Post('calendar-links')
  @Allows('own-calendar')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: CalendarLinkView })
  makeMine(@Body({ schema: Nothing }) _body: object, @Req() request: Request): Promise<CalendarLinkView> {
    return this.links.makeMine(originOf(request));
  }

  @Delete('calendar-links')
  @Allows('own-calendar')
  @ApiOkResponse({ standardSchema: CalendarLinkView })
  endMine(): Promise<CalendarLinkView> {
    return this.links.endMine();
  }

  @Get('groups/:id/calendar-links')
  @Allows('share-calendar')
  @ApiOkResponse({ standardSchema: CalendarLinkView })
  ofGroup(@Param({ schema: IdParam }) { id }: OfRecord, @Req() request: Request): Promise<CalendarLinkView> {
    return this.links.ofGroup(id, originOf(request));
  }

  /** A new address for the group's dates; the one before ends. */
  @Post('groups/:id/calendar-links')
  @Allows('share-calendar')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: CalendarLinkView })
  makeForGroup(
    @Param({ schema: IdParam }) { id }: OfRecord,
    @Body({ schema: Nothing }) _body: object,
    @Req() request: Request,
  ): Promise<CalendarLinkView> {
    return this.links.makeForGroup(id, originOf(request));
  }

  @Delete('groups/:id/calendar-links')
  @Allows('share-calendar')
  @ApiOkResponse({ standardSchema: CalendarLinkView })
  endForGroup(@Param({ schema: IdParam }) { id }: OfRecord): Promise<CalendarLinkView> {
    return this.links.endForGroup(id);
  }
}
