import { Module } from '@nestjs/common';
import { HandoversModule } from '../handovers/handovers.module.js';
import { MeetingsModule } from '../meetings/meetings.module.js';
import { linkActions } from './link-actions/registry.js';
import { LinkFinder } from './link-finder.js';
import { LinkUses } from './link-uses.js';
import { LinksController } from './links.controller.js';
import { LinksService } from './links.service.js';

@Module({
  imports: [HandoversModule, MeetingsModule],
  controllers: [LinksController],
  providers: [LinksService, LinkFinder, LinkUses, ...Object.values(linkActions)],
})
export class LinksModule {}
