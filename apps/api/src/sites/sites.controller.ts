import { IdParam, PageQuery } from '@followon/shared/contract/page';
import { SiteOverview, SitePage } from '@followon/shared/contract/sites';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allows } from '../auth/allows.js';
import { SitesService } from './sites.service.js';

@ApiTags('sites')
@Controller('sites')
export class SitesController {
  constructor(private readonly sites: SitesService) {}

  @Get()
  @Allows('see-sites')
  @ApiOkResponse({ standardSchema: SitePage })
  list(@Query({ schema: PageQuery }) query: z.infer<typeof PageQuery>) {
    return this.sites.list(query);
  }

  /** What is late, silent and fading at one site, in counts of groups. */
  @Get(':id/overview')
  @Allows('see-overview')
  @ApiOkResponse({ standardSchema: SiteOverview })
  overview(@Param({ schema: IdParam }) { id }: { id: string }) {
    return this.sites.overview(id);
  }
}
