import type { NewEvent } from '@followon/shared/db/ledger/append';
import { appendAll } from '@followon/shared/db/ledger/append';
import { prepared } from '@followon/shared/db/prepared';
import type { EntityManager } from 'typeorm';
import type { Place } from '../broken-places.js';
import { breakPlaces } from '../broken-places.js';
import type { After, Answered } from './outcomes.js';
import { after } from './outcomes.js';
import { keepSteps, sentEvent, stuckEvent } from './steps.js';

const CLOSE = {
  name: 'close-deliveries',
  text: `
  update delivery d set state = s.state, reason = s.reason, provider_ref = coalesce(s."providerRef", d.provider_ref),
    sent_at = case when s.state = 'sent' then $3::timestamptz else d.sent_at end, due_at = coalesce(s."dueAt", d.due_at),
    tries = d.tries - case when s.counts then 0 else 1 end, lease_owner = null, lease_until = null
  from jsonb_to_recordset($1::jsonb) as s(id uuid, state text, reason text, "providerRef" text, "dueAt" timestamptz, counts boolean)
  where d.id = s.id and d.state = 'sending' and d.lease_owner = $2 returning d.id`,
};
const SENT = {
  name: 'nudges-sent',
  text: `update nudge set state = 'sent', sent_at = $2 where id = any($1::uuid[])`,
};

interface Closing {
  readonly owner: string;
  readonly siteId: string;
  readonly at: Date;
}

type Closed = Answered & { readonly how: After };

/** Writes down what became of messages of one site. Of those whose lease was lost nothing: somebody else decides. */
export async function closeDeliveries(
  manager: EntityManager,
  answered: readonly Answered[],
  { owner, siteId, at }: Closing,
): Promise<void> {
  const all = answered.map((one) => ({ ...one, how: after(one, Math.random()) }));
  const kept = await prepared<{ id: string }>(manager, CLOSE, [
    ...[JSON.stringify(all.map((one) => rowOf(one, at))), owner, at],
  ]);
  const ours = new Set(kept.map(({ id }) => id));
  const closed = all.filter(({ ready }) => ours.has(ready.claimed.id));
  await writeSent(manager, closed, at);
  await breakPlaces(manager, closed.flatMap(brokenBy), at);
  await keepSteps(manager, closed.flatMap(stepOf), { siteId, at });
  await appendAll(
    manager,
    closed.flatMap((one) => eventsOf(one, at)),
  );
}

const rowOf = ({ ready, how }: Closed, at: Date) => ({
  ...{ id: ready.claimed.id, state: how.state, reason: how.reason, providerRef: how.providerRef },
  ...{ counts: how.counts, dueAt: how.againInMs === null ? null : new Date(at.getTime() + how.againInMs) },
});

async function writeSent(manager: EntityManager, closed: readonly Closed[], at: Date): Promise<void> {
  const sent = closed.filter(({ how }) => how.state === 'sent').map(({ ready }) => ready.claimed.nudge_id);
  if (sent.length > 0) await prepared(manager, SENT, [sent, at]);
}

function brokenBy({ ready: { claimed, messenger, pointId }, how }: Closed): Place[] {
  const { person_kind: personKind, person_id: personId } = claimed;
  return how.noSuchPlace ? [{ pointId, channel: messenger.name, personKind, personId }] : [];
}

const stepOf = ({ ready: { claimed, messenger }, how: { step, reason } }: Closed) =>
  step === null ? [] : [{ deliveryId: claimed.id, what: step, channel: messenger.name, reason }];

function eventsOf({ ready: { claimed }, how: { state } }: Closed, at: Date): NewEvent[] {
  if (state === 'queued') return [];
  return [state === 'sent' ? sentEvent(claimed, at) : stuckEvent(claimed, state, at)];
}
