import { FiguresQuery, HandoverFigures } from '@followon/shared/contract/handover-figures';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../../auth/allows.js';
import { FiguresService } from './figures.service.js';

@ApiTags('handovers')
@Controller('handover-figures')
export class FiguresController {
  constructor(private readonly figures: FiguresService) {}

  /** By site: what ends without a volunteer, what is late, days to the first meeting, and who needs a renewal. */
  @Get()
  @Allows('see-handover-figures')
  @ApiOkResponse({ standardSchema: HandoverFigures })
  of(@Query({ schema: FiguresQuery }) query: FiguresQuery) {
    return this.figures.of(query);
  }
}
