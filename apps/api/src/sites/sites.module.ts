import { Module } from '@nestjs/common';
import { SiteQueries } from './site-queries.js';
import { SitesController } from './sites.controller.js';
import { SitesService } from './sites.service.js';

@Module({ controllers: [SitesController], providers: [SitesService, SiteQueries] })
export class SitesModule {}
