import {
  CountsQuery,
  DeliveryCounts,
  DeliveryDetail,
  DeliveryLine,
  DeliveryLinePage,
  DeliveryLineQuery,
  LetterQuery,
  LetterView,
  SettleDelivery,
} from '@followon/shared/contract/deliveries';
import { IdParam } from '@followon/shared/contract/page';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../auth/allows.js';
import { DeliveriesService } from './deliveries.service.js';
import { Letters } from './letters.service.js';
import { SettleDeliveries } from './settle-delivery.service.js';

interface OfRecord {
  readonly id: string;
}

@ApiTags('messages')
@Controller('deliveries')
export class DeliveriesController {
  constructor(
    private readonly deliveries: DeliveriesService,
    private readonly settling: SettleDeliveries,
    private readonly letters: Letters,
  ) {}

  @Get()
  @Allows('see-deliveries')
  @ApiOkResponse({ standardSchema: DeliveryLinePage })
  list(@Query({ schema: DeliveryLineQuery }) query: DeliveryLineQuery) {
    return this.deliveries.list(query);
  }

  /** How many are in each state. */
  @Get('counts')
  @Allows('see-deliveries')
  @ApiOkResponse({ standardSchema: DeliveryCounts })
  counts(@Query({ schema: CountsQuery }) { site }: CountsQuery): Promise<DeliveryCounts> {
    return this.deliveries.counts(site);
  }

  /** One, with every step of its way. */
  @Get(':id')
  @Allows('see-deliveries')
  @ApiOkResponse({ standardSchema: DeliveryDetail })
  one(@Param({ schema: IdParam }) { id }: OfRecord): Promise<DeliveryDetail> {
    return this.deliveries.one(id);
  }

  /** Again, let go, posted or arrived. */
  @Post(':id/settle')
  @Allows('settle-deliveries')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: DeliveryLine })
  @ApiConflictResponse({ description: 'It is too late for that: it left, or somebody decided otherwise.' })
  settle(
    @Param({ schema: IdParam }) { id }: OfRecord,
    @Body({ schema: SettleDelivery }) body: SettleDelivery,
  ): Promise<DeliveryLine> {
    return this.settling.settle(id, body);
  }

  /** The letter, for printing. It names a person, so it says why it is opened. */
  @Get(':id/letter')
  @Allows('settle-deliveries')
  @ApiOkResponse({ standardSchema: LetterView })
  letter(
    @Param({ schema: IdParam }) { id }: OfRecord,
    @Query({ schema: LetterQuery }) query: LetterQuery,
  ): Promise<LetterView> {
    return this.letters.open(id, query);
  }
}
