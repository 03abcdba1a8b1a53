import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { CoreModule } from './core.module.js';
import type { Env } from './env.js';
import { GroupsModule } from './groups/groups.module.js';
import { HandoversModule } from './handovers/handovers.module.js';
import { ProgrammesModule } from './programmes/programmes.module.js';
import { SitesModule } from './sites/sites.module.js';

/** One line a slice. */
const slices = [GroupsModule, HandoversModule, ProgrammesModule, SitesModule];

@Module({})
export class AppModule {
  static with(env: Env): DynamicModule {
    return { module: AppModule, imports: [CoreModule.with(env), ...slices] };
  }
}
