import { prepared } from '@followon/shared/db/prepared';
import type { NewEvent } from '@followon/shared/db/ledger/append';
import type { EntityManager } from 'typeorm';
import type { Claimed } from '../claim.js';

export interface Step {
  readonly deliveryId: string;
  readonly what:
    | 'chosen'
    | 'held'
    | 'handed-over'
    | 'refused'
    | 'retry'
    | 'unknown'
    | 'dead'
    | 'suppressed'
    | 'sender-lost'
    | 'to-print';
  readonly channel?: string | null;
  readonly reason?: string | null;
}

const KEEP = {
  name: 'keep-delivery-steps',
  text: `
  insert into delivery_step (delivery_id, site_id, at, what, channel, reason)
  select s."deliveryId", $2::uuid, $3::timestamptz, s.what, s.channel, s.reason
  from jsonb_to_recordset($1::jsonb) as s("deliveryId" uuid, what text, channel text, reason text)`,
};

/** What happened to deliveries of one site, as it happened. */
export async function keepSteps(
  manager: EntityManager,
  steps: readonly Step[],
  { siteId, at }: { siteId: string; at: Date },
): Promise<void> {
  if (steps.length > 0) await prepared(manager, KEEP, [JSON.stringify(steps), siteId, at]);
}

type About = Pick<Claimed, 'id' | 'nudge_id' | 'key' | 'group_id' | 'programme_id' | 'site_id' | 'event_id'>;

/** Where what becomes of a message is told: with what it is about. */
function tellOf({ group_id, programme_id, site_id, event_id }: About, occurredAt: Date) {
  const kind = group_id ? 'group' : programme_id ? 'programme' : 'site';
  return {
    streamId: group_id ?? programme_id ?? site_id,
    streamKind: kind,
    ...{ siteId: site_id, occurredAt, causedBy: event_id },
  } as const;
}

export const sentEvent = (about: About, at: Date): NewEvent<'nudge.sent.v1'> => ({
  ...tellOf(about, at),
  name: 'nudge.sent.v1',
  payload: { nudgeId: about.nudge_id, key: about.key, deliveryId: about.id },
});

export const suppressedEvent = (about: About, reason: string, at: Date): NewEvent<'nudge.suppressed.v1'> => ({
  ...tellOf(about, at),
  name: 'nudge.suppressed.v1',
  payload: { nudgeId: about.nudge_id, key: about.key, reason },
});

export const stuckEvent = (
  about: About,
  state: 'unknown' | 'dead',
  at: Date,
): NewEvent<'delivery.stuck.v1'> => ({
  ...tellOf(about, at),
  name: 'delivery.stuck.v1',
  payload: { nudgeId: about.nudge_id, key: about.key, deliveryId: about.id, state },
});
