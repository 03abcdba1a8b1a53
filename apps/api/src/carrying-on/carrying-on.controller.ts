import {
  ForecastView,
  FoundingWish,
  InterestCounts,
  InterestView,
  WishTaken,
} from '@followon/shared/contract/carrying-on';
import { IdParam } from '@followon/shared/contract/page';
import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../auth/allows.js';
import { IfMatch } from '../http/etag.js';
import { InterestService } from './interest.service.js';
import { WishesService } from './wishes.service.js';

@ApiTags('programmes')
@Controller('programmes/:id')
export class CarryingOnController {
  constructor(
    private readonly interests: InterestService,
    private readonly wishes: WishesService,
  ) {}

  /** How many would like a group, what that suggests, and which ways to carry on would fit. */
  @Get('interest')
  @Allows('see-forecast')
  @ApiOkResponse({ standardSchema: InterestView })
  interest(@Param({ schema: IdParam }) { id }: { id: string }) {
    return this.interests.of(id);
  }

  @Put('interest')
  @Allows('record-interest')
  @ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'The ETag that came with the counts; needed once there are some.',
  })
  @ApiOkResponse({ standardSchema: InterestView })
  record(
    @Param({ schema: IdParam }) { id }: { id: string },
    @Body({ schema: InterestCounts }) counts: InterestCounts,
    @IfMatch() version: number | undefined,
  ) {
    return this.interests.record(id, counts, version);
  }

  /** One slip of paper, without who. It can be counted and never be read again. */
  @Post('wishes')
  @Allows('record-interest')
  @ApiCreatedResponse({ standardSchema: WishTaken })
  wish(
    @Param({ schema: IdParam }) { id }: { id: string },
    @Body({ schema: FoundingWish }) wish: FoundingWish,
  ) {
    return this.wishes.typeIn(id, wish);
  }

  /** Whether a group looks viable, when it would best meet, and what is missing. No figures from fewer than three slips. */
  @Get('forecast')
  @Allows('see-forecast')
  @ApiOkResponse({ standardSchema: ForecastView })
  forecast(@Param({ schema: IdParam }) { id }: { id: string }) {
    return this.wishes.forecast(id);
  }
}
