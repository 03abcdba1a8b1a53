import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { AlertsModule } from './alerts/alerts.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { CarryingOnModule } from './carrying-on/carrying-on.module.js';
import { CoreModule } from './core.module.js';
import type { Env } from './env.js';
import { GroupsModule } from './groups/groups.module.js';
import { HandoversModule } from './handovers/handovers.module.js';
import { RunningHandoversModule } from './handovers/running-handovers.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { MeetingsModule } from './meetings/meetings.module.js';
import { LedgerViewModule } from './ledger-view/ledger-view.module.js';
import { NudgesModule } from './nudges/nudges.module.js';
import { LinksModule } from './links/links.module.js';
import { OutboxModule } from './outbox/outbox.module.js';
import { DeliveriesModule } from './deliveries/deliveries.module.js';
import { DocumentsModule } from './documents/documents.module.js';
import { PolicyModule } from './policy/policy.module.js';
import { PreviewsModule } from './previews/previews.module.js';
import { ProgrammesModule } from './programmes/programmes.module.js';
import { SitesModule } from './sites/sites.module.js';
import { TemplatesModule } from './templates/templates.module.js';
import { TrialsModule } from './trials/trials.module.js';
import { VolunteersModule } from './volunteers/volunteers.module.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';
import { WishesModule } from './wishes/wishes.module.js';

/** One line a slice. */
const slices = [
  AlertsModule,
  CalendarModule,
  CarryingOnModule,
  MeetingsModule,
  GroupsModule,
  HandoversModule,
  ImportsModule,
  LedgerViewModule,
  NudgesModule,
  LinksModule,
  OutboxModule,
  DeliveriesModule,
  DocumentsModule,
  PolicyModule,
  PreviewsModule,
  ProgrammesModule,
  RunningHandoversModule,
  SitesModule,
  TemplatesModule,
  TrialsModule,
  VolunteersModule,
  WebhooksModule,
  WishesModule,
];

@Module({})
export class AppModule {
  static with(env: Env): DynamicModule {
    return { module: AppModule, imports: [CoreModule.with(env), ...slices] };
  }
}
