import { join } from 'node:path';
import { sealAddress } from '@followon/shared/db/contacts/seal-address';
import { startProcess } from '../support/processes.js';
import { type Seeded, seeded } from '../support/seeded.js';
import { setStage, type Stage } from '../support/stage.js';
import { testSecret } from '../support/test-secret.js';
import { type Arm, type Campaign, mustBeZero, type Size, timed } from './verdict.js';

const messagesPerChannel: Readonly<Record<Size, number>> = { short: 2, full: 20 };
/** Inside the hours in which messages may leave, whatever time it is where this runs. */
const noon = '2026-06-10T11:00:00Z';

const MOST_RUNS = 20;

type Belief = 'product' | 'naive';

export const lostAnswer: Campaign = {
  fault: 'F14',
  title: 'the provider says OK and the process dies before writing it down',
  run: async ({ seed, size }) => ({
    fault: 'F14',
    title: lostAnswer.title,
    seed,
    size,
    product: await timed(() => arm('product', seed, size)),
    naive: await timed(() => arm('naive', seed, size)),
  }),
};

async function arm(belief: Belief, seed: number, size: Size): Promise<Omit<Arm, 'seconds'>> {
  const stage = await setStage();
  try {
    await stage.query(
      'create table provider_call (channel text not null, idem_key text not null, at timestamptz default now())',
    );
    const deaths = await sendAndDie(stage, { belief, seed, each: messagesPerChannel[size] });
    await stage.query(
      `update delivery set lease_until = now() - interval '1 second' where state = 'sending'`,
    );
    await outliveThem(stage, belief);
    return { counts: { deaths, ...(await callsOf(stage)) }, broken: mustBeZero(await damageOf(stage)) };
  } finally {
    await stage.close();
  }
}

/** One way after the other, so that the sender dies with the answer of either, whichever of two calls comes first. */
async function sendAndDie(
  stage: Stage,
  { belief, seed, each }: { belief: Belief; seed: number; each: number },
): Promise<number> {
  const random = seeded(seed);
  const siteId = random.uuid();
  await stage.query(`insert into site (id, name) values ($1, 'Site')`, [siteId]);
  let deaths = 0;
  for (const way of random.shuffle(['email', 'sms'] as const)) {
    for (let index = 0; index < each; index += 1) await planMessage(stage, { siteId, way, index, random });
    deaths += await dieWithEach(stage, belief);
  }
  return deaths;
}

async function dieWithEach(stage: Stage, belief: Belief): Promise<number> {
  for (let deaths = 0; ; deaths += 1) {
    const [row] = await stage.query<{ n: number }>(
      `select count(*)::int as n from delivery where state = 'queued'`,
    );
    if (row?.n === 0) return deaths;
    await send(stage, { fate: 'dies', belief });
  }
}

/** A run takes up so many of those that were lost, and no more: the worker looks again and again. */
async function outliveThem(stage: Stage, belief: Belief): Promise<void> {
  for (let runs = 0; runs < MOST_RUNS; runs += 1) {
    await send(stage, { fate: 'lives', belief });
    const [row] = await stage.query<{ n: number }>(
      `select count(*)::int as n from delivery where state = 'sending'`,
    );
    if (row?.n === 0) return;
  }
}

async function send(
  stage: Stage,
  { fate, belief }: { fate: 'dies' | 'lives'; belief: Belief },
): Promise<void> {
  const sender = startProcess({
    name: 'sender',
    file: 'tests/dist/faults/f14-sender.js',
    args: [stage.urls.worker, stage.ownerUrl, noon, fate, belief],
    env: {},
    logFile: join(stage.dir, 'logs', 'sender.log'),
    isReady: () => true,
  });
  await sender.gone;
}

interface Message {
  readonly siteId: string;
  /** The provider of texts remembers our key, the one of mails does not. */
  readonly way: 'email' | 'sms';
  readonly index: number;
  readonly random: Seeded;
}

const PLAN = `
  with g as (insert into follow_on_group (site_id, name, cadence, state) values ($1, $3, 'weekly', 'meeting') returning id),
  m as (insert into member (id, site_id, group_id, display_name, wants_messages, joined_on) select $2, $1, id, 'Robin Ellis', true, '2026-01-05' from g),
  r as (insert into group_role (site_id, group_id, kind, member_id, from_on) select $1, id, 'contact', $2, '2026-01-05' from g),
  p as (insert into contact_point (id, person_id, person_kind, member_id, channel, sealed, key_id, address_hash, added_at)
        values ($5, $2, 'member', $2, $6, $7, $8, $9, $4)),
  a as (insert into alert (site_id, group_id, cause, reasons, opened_at, opened_event_id)
        select $1, id, 'fading', '[]', $4, gen_random_uuid() from g returning id, group_id),
  n as (insert into nudge (site_id, group_id, key, occasion, audience, person_kind, person_id, subject_id, state, due_at, use_by, event_id)
        select $1, group_id, 'would_a_hand_help', $3, 'role-holder', 'member', $2, id, 'planned', $4, $4::timestamptz + interval '3 days', gen_random_uuid()
        from a returning id, event_id)
  insert into delivery (site_id, nudge_id, event_id, idem_key, channel, state, due_at)
  select $1, id, event_id, $3, 'outbox', 'queued', $4::timestamptz - interval '1 minute' from n`;

async function planMessage(stage: Stage, { siteId, way, index, random }: Message): Promise<void> {
  const [memberId, pointId] = [random.uuid(), random.uuid()];
  const address =
    way === 'email' ? `robin${index}@example.test` : `+4477009${String(index).padStart(5, '0')}`;
  const point = sealAddress(testSecret, { id: pointId, channel: way, address });
  await stage.query(PLAN, [
    ...[siteId, memberId, `${way} ${index}`, noon],
    ...[pointId, way, point.sealed, point.keyId, point.addressHash],
  ]);
}

/** A provider that dedupes shows a person one message for one key, however often it was called. */
async function damageOf(stage: Stage): Promise<Record<string, number>> {
  const [row] = await stage.query<Record<string, number>>(`
    with call as (select channel, idem_key, count(*) as n from provider_call group by channel, idem_key)
    select
      (select count(*)::int from call where channel = 'mail' and n > 1) as "people who got a message twice",
      (select count(*)::int from delivery where channel = 'mail' and state not in ('unknown', 'sent')) as "lost answers that nobody is asked about",
      (select count(*)::int from delivery where channel = 'text' and state <> 'sent') as "messages not sent again where that is harmless",
      (select count(*)::int from delivery d where d.state <> 'unknown' and not exists (select 1 from provider_call c where c.idem_key = d.idem_key)) as "messages that went nowhere, and nobody is asked about",
      (select count(*)::int from delivery d where d.state = 'unknown' and not exists
        (select 1 from event e where e.name = 'delivery.stuck.v1' and e.payload->>'deliveryId' = d.id::text)) as "unknown ones that nobody hears of"`);
  return row ?? {};
}

async function callsOf(stage: Stage): Promise<Record<string, number>> {
  const [row] = await stage.query<Record<string, number>>(`
    select (select count(*)::int from delivery) as messages, (select count(*)::int from provider_call) as calls,
      (select count(*)::int from delivery where state = 'unknown') as unknown,
      (select count(*)::int from delivery d where d.state = 'unknown' and not exists (select 1 from provider_call c where c.idem_key = d.idem_key)) as "unknown though never called"`);
  return row ?? {};
}
