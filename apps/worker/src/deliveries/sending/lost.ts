import { append } from '@followon/shared/db/ledger/append';
import { prepared } from '@followon/shared/db/prepared';
import { inTransaction } from '@followon/shared/db/transaction';
import { MOST_TRIES } from '@followon/shared/rules/nudge/try-again';
import type { DataSource, EntityManager } from 'typeorm';
import type { Messenger } from '../channels/messenger.js';
import type { Claimed } from '../claim.js';
import { keepSteps, stuckEvent } from './steps.js';

const LOST = `select id, site_id from delivery where state = 'sending' and lease_until < now() order by lease_until limit 500`;

const TAKE = {
  name: 'take-lost-deliveries',
  text: `
  select d.id, d.site_id, d.event_id, d.channel, d.tries, n.id as nudge_id, n.key, n.group_id, n.programme_id
  from delivery d join nudge n on n.id = d.nudge_id where d.id = $1 and d.state = 'sending' and d.lease_until < now() for update of d skip locked`,
};
const SETTLE = {
  name: 'settle-lost-deliveries',
  text: `update delivery set state = $2, reason = 'sender-lost', lease_owner = null, lease_until = null where id = $1`,
};

type Lost = Pick<
  Claimed,
  'id' | 'site_id' | 'event_id' | 'channel' | 'tries' | 'nudge_id' | 'key' | 'group_id' | 'programme_id'
>;

/** Senders died with their messages: again where a repeat is harmless, a person's decision where it is not. */
export async function recoverLost(
  database: DataSource,
  messengers: readonly Messenger[],
  now: Date,
): Promise<void> {
  const found: { id: string; site_id: string }[] = await database.manager.query(LOST);
  for (const { id, site_id } of found)
    await inTransaction(database, { kind: 'site', siteId: site_id }, (manager) =>
      settle(manager, id, { messengers, now }),
    );
}

async function settle(
  manager: EntityManager,
  id: string,
  { messengers, now }: { messengers: readonly Messenger[]; now: Date },
): Promise<void> {
  const [lost] = await prepared<Lost>(manager, TAKE, [id]);
  if (!lost) return;
  const state = stateOf(lost, messengers);
  await prepared(manager, SETTLE, [id, state]);
  const step = { deliveryId: id, what: 'sender-lost', channel: lost.channel, reason: state } as const;
  await keepSteps(manager, [step], { siteId: lost.site_id, at: now });
  if (state !== 'queued') await append(manager, stuckEvent(lost, state, now));
}

function stateOf({ channel, tries }: Lost, messengers: readonly Messenger[]): 'queued' | 'unknown' | 'dead' {
  if (!messengers.find(({ name }) => name === channel)?.dedupes) return 'unknown';
  return tries >= MOST_TRIES ? 'dead' : 'queued';
}
