import { Module } from '@nestjs/common';
import { CarryingOnModule } from '../carrying-on/carrying-on.module.js';
import { GroupsModule } from '../groups/groups.module.js';
import { HandoversModule } from '../handovers/handovers.module.js';
import { MeetingsModule } from '../meetings/meetings.module.js';
import { VolunteersModule } from '../volunteers/volunteers.module.js';
import { WishesModule } from '../wishes/wishes.module.js';
import { linkActions } from './link-actions/registry.js';
import { LinkFinder } from './link-finder.js';
import { LinkUses } from './link-uses.js';
import { LinksController } from './links.controller.js';
import { LinksService } from './links.service.js';
import { UnsubscribeController } from './unsubscribe.controller.js';
import { Unsubscribing } from './unsubscribing.js';
import { WishLinksController } from './wish-links.controller.js';
import { WishLinks } from './wish-links.service.js';

@Module({
  imports: [CarryingOnModule, GroupsModule, HandoversModule, MeetingsModule, VolunteersModule, WishesModule],
  controllers: [LinksController, UnsubscribeController, WishLinksController],
  providers: [LinksService, Unsubscribing, LinkFinder, LinkUses, WishLinks, ...Object.values(linkActions)],
  exports: [LinkFinder],
})
export class LinksModule {}
