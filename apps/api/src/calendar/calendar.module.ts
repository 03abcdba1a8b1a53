import { Module } from '@nestjs/common';
import { LinksModule } from '../links/links.module.js';
import { CalendarFeeds } from './calendar-feeds.service.js';
import { CalendarLinks } from './calendar-links.service.js';
import { CalendarController } from './calendar.controller.js';
import { FeedQueries } from './feed-queries.js';

@Module({
  imports: [LinksModule],
  controllers: [CalendarController],
  providers: [CalendarFeeds, CalendarLinks, FeedQueries],
})
export class CalendarModule {}
