import { join } from 'node:path';
import { startProcess } from '../support/processes.js';
import { seeded } from '../support/seeded.js';
import { setStage, type Stage } from '../support/stage.js';
import { type Arm, type Campaign, mustBeZero, type Size, timed } from './verdict.js';

const messagesPerChannel: Readonly<Record<Size, number>> = { short: 2, full: 20 };
/** Inside the hours in which messages may leave, whatever time it is where this runs. */
const noon = '2026-06-10T11:00:00Z';

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
    await planMessages(stage, seed, messagesPerChannel[size]);
    const deaths = await dieWithEach(stage, belief);
    await stage.query(
      `update delivery set lease_until = now() - interval '1 second' where state = 'sending'`,
    );
    await send(stage, { fate: 'lives', belief });
    return { counts: { deaths, ...(await callsOf(stage)) }, broken: mustBeZero(await damageOf(stage)) };
  } finally {
    await stage.close();
  }
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

/** Half on a channel whose provider remembers our key, half on one that does not. */
async function planMessages(stage: Stage, seed: number, each: number): Promise<void> {
  const random = seeded(seed);
  const [siteId, accountId] = [random.uuid(), random.uuid()];
  await stage.query(`insert into site (id, name) values ($1, 'Site')`, [siteId]);
  await stage.query(
    `insert into account (id, email, display_name, password_hash) values ($1, 'a@example.test', 'Sam Taylor', '-')`,
    [accountId],
  );
  await stage.query(`insert into membership (account_id, site_id, role) values ($1, $2, 'clinician')`, [
    accountId,
    siteId,
  ]);
  const channels = random.shuffle(
    ['letter', 'text'].flatMap((channel) => Array.from({ length: each }, () => channel)),
  );
  for (const [index, channel] of channels.entries())
    await planMessage(stage, { siteId, accountId, channel, index });
}

interface Message {
  readonly siteId: string;
  readonly accountId: string;
  readonly channel: string;
  readonly index: number;
}

const PLAN = `
  with g as (insert into follow_on_group (site_id, name, cadence, state) values ($1, $3, 'weekly', 'meeting') returning id),
  a as (insert into alert (site_id, group_id, cause, reasons, opened_at, opened_event_id)
        select $1, id, 'fading', '[]', $5, gen_random_uuid() from g returning id, group_id),
  n as (insert into nudge (site_id, group_id, key, occasion, audience, person_kind, person_id, subject_id, state, due_at, use_by, event_id)
        select $1, group_id, 'would_a_hand_help', $3, 'staff', 'account', $2, id, 'planned', $5, $5::timestamptz + interval '3 days', gen_random_uuid()
        from a returning id, event_id)
  insert into delivery (site_id, nudge_id, event_id, idem_key, channel, state, due_at)
  select $1, id, event_id, $3, $4, 'queued', $5::timestamptz - interval '1 minute' from n`;

const planMessage = async (stage: Stage, { siteId, accountId, channel, index }: Message): Promise<void> =>
  void (await stage.query(PLAN, [siteId, accountId, `message ${index}`, channel, noon]));

/** A provider that dedupes shows a person one message for one key, however often it was called. */
async function damageOf(stage: Stage): Promise<Record<string, number>> {
  const [row] = await stage.query<Record<string, number>>(`
    with call as (select channel, idem_key, count(*) as n from provider_call group by channel, idem_key)
    select
      (select count(*)::int from call where channel = 'letter' and n > 1) as "people who got a message twice",
      (select count(*)::int from delivery where channel = 'letter' and state not in ('unknown', 'sent')) as "lost answers that nobody is asked about",
      (select count(*)::int from delivery where channel = 'text' and state <> 'sent') as "messages not sent again where that is harmless",
      (select count(*)::int from delivery d where not exists (select 1 from provider_call c where c.idem_key = d.idem_key)) as "messages never handed over"`);
  return row ?? {};
}

async function callsOf(stage: Stage): Promise<Record<string, number>> {
  const [row] = await stage.query<Record<string, number>>(`
    select (select count(*)::int from delivery) as messages, (select count(*)::int from provider_call) as calls,
      (select count(*)::int from delivery where state = 'unknown') as unknown`);
  return row ?? {};
}
