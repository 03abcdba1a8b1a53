import { AccessNeeds, AccessNeedsQuery, WishesChange, WishesView } from '@followon/shared/contract/wishes';
import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allows } from '../auth/allows.js';
import { IfMatch } from '../http/etag.js';
import { WishesService } from './wishes.service.js';

@ApiTags('wishes')
@Controller('wishes')
export class WishesController {
  constructor(private readonly wishes: WishesService) {}

  /** What the reader said about their own messages. */
  @Get()
  @Allows('own-wishes')
  @ApiOkResponse({ standardSchema: WishesView })
  own() {
    return this.wishes.own();
  }

  /** Changes what is given; the rest stays. */
  @Put()
  @Allows('own-wishes')
  @ApiHeader({
    name: 'If-Match',
    required: true,
    description: 'The ETag that came with the wishes; "0" before anything was said.',
  })
  @ApiOkResponse({ standardSchema: WishesView })
  change(@Body({ schema: WishesChange }) body: WishesChange, @IfMatch() version: number | undefined) {
    return this.wishes.change(body, version);
  }

  /** How many people of a site need another form of message. Nobody is named. */
  @Get('needs')
  @Allows('settle-deliveries')
  @ApiOkResponse({ standardSchema: AccessNeeds })
  needs(@Query({ schema: AccessNeedsQuery }) { site }: z.infer<typeof AccessNeedsQuery>) {
    return this.wishes.needs(site);
  }
}
