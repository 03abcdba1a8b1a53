import { NetworkOverview } from '@followon/shared/contract/sites';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../auth/allows.js';
import { SitesService } from './sites.service.js';

@ApiTags('sites')
@Controller('network')
export class NetworkController {
  constructor(private readonly sites: SitesService) {}

  /** The overview of every site that the reader administers, by name: the whole network on one screen. */
  @Get()
  @Allows('see-network')
  @ApiOkResponse({ standardSchema: NetworkOverview })
  network() {
    return this.sites.network();
  }
}
