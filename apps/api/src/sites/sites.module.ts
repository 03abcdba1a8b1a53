import { Module } from '@nestjs/common';
import { NetworkController } from './network.controller.js';
import { SiteQueries } from './site-queries.js';
import { SitesController } from './sites.controller.js';
import { SitesService } from './sites.service.js';

@Module({ controllers: [SitesController, NetworkController], providers: [SitesService, SiteQueries] })
export class SitesModule {}
