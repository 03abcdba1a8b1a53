import type { NewEvent } from '@followon/shared/db/ledger/append';
import type { Part } from './demo-rows.js';
import { join } from './demo-rows.js';
import { groupPlans } from './groups/group-plans.js';
import { groupRows } from './groups/group-rows.js';
import { messageRows } from './message-rows.js';
import { programmePlans } from './programmes/programme-plans.js';
import { programmeRows } from './programmes/programme-rows.js';
import type { DemoPasswords } from './site-rows.js';
import { siteRows } from './site-rows.js';
import { trialRows } from './trial-rows.js';
import { volunteerRows } from './volunteer-rows.js';

/** Everything in the demo network, as of a moment: the same moment always gives the same network. */
export function demoNetwork(passwords: DemoPasswords, now: Date): Part {
  const whole = join([
    siteRows(passwords),
    volunteerRows(now),
    ...programmePlans.map((plan) => programmeRows(plan, now)),
    ...groupPlans.map((plan) => groupRows(plan, now)),
    trialRows(now),
    messageRows(now),
  ]);
  return { ...whole, facts: byTime(whole.facts) };
}

/** The ledger reads like a diary; within a stream, facts of one moment keep their order. */
const byTime = (facts: readonly NewEvent[]): NewEvent[] =>
  [...facts].sort((one, other) => one.occurredAt.getTime() - other.occurredAt.getTime());
