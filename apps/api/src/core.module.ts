import { BusinessClock } from '@followon/shared/db/clock';
import { chooseDoorbell } from '@followon/shared/doorbell/doorbell';
import type { DynamicModule } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { Audit } from './audit/audit.js';
import { Access } from './auth/access.js';
import { AccessGuard } from './auth/access.guard.js';
import { DeclaredRoutes } from './auth/declared-routes.js';
import { Passwords } from './auth/passwords.js';
import { SessionViews } from './auth/session-views.js';
import { SessionController } from './auth/session.controller.js';
import { SessionRetention } from './auth/session-retention.js';
import { Sessions } from './auth/sessions.js';
import { SignInService } from './auth/sign-in.js';
import { Standings } from './auth/standing.js';
import { Throttle } from './auth/throttle.js';
import { DemoController } from './demo/demo.controller.js';
import { TimeMachine } from './demo/time-machine.js';
import type { Env } from './env.js';
import { ENV } from './env.js';
import { HealthController } from './health/health.controller.js';
import { Metrics } from './health/metrics.js';
import { Readiness } from './health/readiness.js';
import { EtagInterceptor } from './http/etag.js';
import { ProblemFilter } from './http/problem.filter.js';
import { validation } from './http/validation.js';
import { Backlog } from './ledger/backlog.js';
import { RelayListener } from './ledger/relay-listener.js';
import { Relay } from './ledger/relay.js';
import { DOORBELL } from './ledger/tokens.js';
import { LiveAudience } from './live/live-audience.js';
import { LiveController } from './live/live.controller.js';
import { LiveService } from './live/live.service.js';
import { ClockRefresher } from './work/clock-refresher.js';
import { Commands } from './work/command-key.js';
import { DatabaseClosing, databases } from './work/databases.js';
import { CLOCK } from './work/tokens.js';
import { Units } from './work/units.js';
import { Work } from './work/work.js';
import { WorkInterceptor } from './work/work.interceptor.js';

const shared = [Work, Units, Commands, Audit, Access, Standings, Relay, Backlog, Sessions, Throttle];

/** What every slice stands on: databases, the request's one transaction, who may, the relay, live updates. */
@Global()
@Module({})
export class CoreModule {
  static with(env: Env): DynamicModule {
    return {
      module: CoreModule,
      imports: [DiscoveryModule],
      controllers: [HealthController, SessionController, LiveController, DemoController],
      providers: [
        { provide: ENV, useValue: env },
        { provide: CLOCK, useValue: new BusinessClock() },
        { provide: DOORBELL, useValue: chooseDoorbell(env) },
        ...databases,
        DatabaseClosing,
        ...shared,
        ClockRefresher,
        DeclaredRoutes,
        LiveAudience,
        LiveService,
        Passwords,
        Metrics,
        Readiness,
        RelayListener,
        SessionRetention,
        SessionViews,
        SignInService,
        TimeMachine,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useValue: validation },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
        { provide: APP_INTERCEPTOR, useClass: WorkInterceptor },
      ],
      exports: [
        ENV,
        CLOCK,
        ...databases.map((provider) => (provider as { provide: symbol }).provide),
        ...shared,
      ],
    };
  }
}
