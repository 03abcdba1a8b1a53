import { ChooseRoute } from '@followon/shared/contract/carrying-on';
import { HandoverView } from '@followon/shared/contract/handovers';
import { IdParam } from '@followon/shared/contract/page';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../auth/allows.js';
import { IfMatch } from '../http/etag.js';
import { RouteService } from './route.service.js';

@ApiTags('handovers')
@Controller('handovers/:id/route')
export class RouteController {
  constructor(private readonly routes: RouteService) {}

  /** The group chooses how it carries on; whoever is with it writes it down. Only what is not done is planned anew. */
  @Post()
  @HttpCode(200)
  @Allows('choose-route')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that came with the handover.' })
  @ApiOkResponse({ standardSchema: HandoverView })
  choose(
    @Param({ schema: IdParam }) { id }: { id: string },
    @Body({ schema: ChooseRoute }) choice: ChooseRoute,
    @IfMatch() version: number | undefined,
  ) {
    return this.routes.choose(id, choice, version);
  }
}
