import { IdParam } from '@followon/shared/contract/page';
import { BreakCover, BreakPage, BreakView, CoverQuery, NewBreak } from '@followon/shared/contract/volunteers';
import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../../auth/allows.js';
import { BreaksService } from './breaks.service.js';

@ApiTags('volunteers')
@Controller('volunteer-breaks')
export class BreaksController {
  constructor(private readonly breaks: BreaksService) {}

  @Get()
  @Allows('take-break')
  @ApiOkResponse({ standardSchema: BreakPage })
  mine() {
    return this.breaks.mine();
  }

  /** Who would look after what during a break from today. */
  @Get('cover')
  @Allows('take-break')
  @ApiOkResponse({ standardSchema: BreakCover })
  cover(@Query({ schema: CoverQuery }) query: CoverQuery) {
    return this.breaks.cover(query);
  }

  /** From today, for 2, 4 or 8 weeks. Nobody is asked why. */
  @Post()
  @Allows('take-break')
  @ApiCreatedResponse({ standardSchema: BreakView })
  take(@Body({ schema: NewBreak }) body: NewBreak) {
    return this.breaks.take(body);
  }

  /** Back early: what is not done comes back. */
  @Delete(':id')
  @Allows('take-break')
  @ApiOkResponse({ standardSchema: BreakView })
  end(@Param({ schema: IdParam }) { id }: { id: string }) {
    return this.breaks.end(id);
  }
}
