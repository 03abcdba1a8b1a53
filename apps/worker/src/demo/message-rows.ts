import type { Part, Row } from './demo-rows.js';
import { nothing } from './demo-rows.js';
import { fact } from './facts.js';
import type { PersonKey } from './people.js';
import { personId, siteId } from './people.js';
import { demoId } from './random.js';

const DAY_MS = 86_400_000;
const SITE = 'Avonside';

interface StuckPlan {
  readonly key: string;
  readonly group: string;
  readonly person: PersonKey;
  readonly audience: 'volunteer' | 'role-holder';
  readonly channel: string;
  readonly state: 'unknown' | 'dead' | 'held';
  readonly reason: string;
  readonly tries: number;
  readonly daysAgo: number;
  /** When it is looked at again. */
  readonly dueInDays: number;
  readonly steps: readonly (readonly [what: string, reason: string | null])[];
}

/** What an administrator decides about, although nothing of the demo leaves this machine. */
const plans: readonly StuckPlan[] = [
  {
    ...{ key: 'role_thanks', group: 'Wednesday group, Garden', person: 'jo', audience: 'role-holder' },
    ...{ channel: 'paper', state: 'held', reason: 'to-print', tries: 0, daysAgo: 1, dueInDays: 30 },
    steps: [['to-print', 'to-print']],
  },
  {
    ...{ key: 'merge_answered', group: 'Thursday group, Quay', person: 'bev', audience: 'volunteer' },
    ...{ channel: 'smtp', state: 'unknown', reason: 'sender-lost', tries: 1, daysAgo: 2, dueInDays: -2 },
    steps: [
      ['chosen', null],
      ['sender-lost', 'sender-lost'],
    ],
  },
  {
    ...{ key: 'role_thanks', group: 'Friday group, Library', person: 'ravi', audience: 'role-holder' },
    ...{ channel: 'smtp', state: 'dead', reason: 'unreachable', tries: 5, daysAgo: 3, dueInDays: -3 },
    steps: [
      ['chosen', null],
      ['refused', 'unreachable'],
      ['dead', 'unreachable'],
    ],
  },
];

/** Messages that need a person. */
export function messageRows(now: Date): Part {
  const told = plans.map((plan) => messageOf(plan, now));
  return {
    ...nothing,
    rows: {
      nudge: told.map(({ nudge }) => nudge),
      delivery: told.map(({ delivery }) => delivery),
      delivery_step: told.flatMap(({ steps }) => steps),
    },
    facts: told.map(({ planned }) => planned),
  };
}

function messageOf(plan: StuckPlan, now: Date) {
  const { key, channel, state, reason, tries, daysAgo, dueInDays } = plan;
  const id = demoId('nudge', plan.group, key);
  const deliveryId = demoId('delivery', plan.group, key);
  const groupId = demoId('group', plan.group);
  const at = new Date(now.getTime() - daysAgo * DAY_MS);
  const stream = { streamId: groupId, streamKind: 'group', siteId: siteId(SITE), at } as const;
  const planned = fact(stream, 'nudge.planned.v1', { nudgeId: id, key, deliveryId });
  const nudge: Row = {
    ...{ id, site_id: siteId(SITE), group_id: groupId, key, occasion: 'demo', audience: plan.audience },
    ...{ person_kind: 'account', person_id: personId(plan.person), subject_id: groupId, state: 'planned' },
    ...{ due_at: at, use_by: new Date(now.getTime() + 60 * DAY_MS), event_id: planned.eventId, figures: {} },
  };
  const delivery: Row = {
    ...{
      id: deliveryId,
      site_id: siteId(SITE),
      nudge_id: id,
      event_id: planned.eventId,
      idem_key: deliveryId,
    },
    ...{ channel, state, reason, tries, due_at: new Date(now.getTime() + dueInDays * DAY_MS) },
  };
  const steps = plan.steps.map(([what, because]): Row => ({
    ...{ delivery_id: deliveryId, site_id: siteId(SITE), at, what, channel, reason: because },
  }));
  return { planned, nudge, delivery, steps };
}
