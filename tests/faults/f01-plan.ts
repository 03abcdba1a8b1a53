import type { Stage } from '../support/stage.js';
import type { Blow } from './actor.js';

export interface Plan {
  readonly kills: number;
  readonly everyMs: number;
  readonly groups: number;
  readonly meetingsEach: number;
  readonly perSecond: number;
  /** Redis is emptied, is away and comes back empty, PostgreSQL crashes: after these kills. */
  readonly flushAfter: readonly number[];
  readonly wipeAfter: readonly number[];
  readonly crashAfter: readonly number[];
}

const redisAwayMs = 1_500;

export const blowsOf = (stage: Stage, plan: Plan): Blow[] => [
  ...plan.flushAfter.map((after) => ({ after, name: 'FLUSHALL', strike: () => stage.flushRedis() })),
  ...plan.wipeAfter.map((after) => ({ after, name: 'wipe', strike: () => stage.wipeRedis(redisAwayMs) })),
  ...plan.crashAfter.map((after) => ({ after, name: 'crash', strike: () => stage.crashPostgres() })),
];
