import { actAs } from '@followon/shared/db/transaction';
import type { EntityManager } from 'typeorm';
import type { Answerer, InboundRow } from './inbound-rows.js';

/** Why a person has to look at a reply, by what became of it. */
const whys: Readonly<Record<string, string>> = {
  unknown: 'unread',
  'not-asked': 'not-asked',
  unclear: 'unclear',
  'saved-before': 'differs',
  'does-not-fit': 'differs',
};

const KEEP = `
  insert into reply_aside (site_id, inbound_id, why, at, meeting_id, amount) select $1, $2, $3, $4, m.id, $6
  from (select 1) one left join meeting m on m.id = $5 where $5::uuid is null or m.id is not null
  on conflict (site_id, inbound_id) do nothing`;

interface Aside {
  readonly answerers: readonly Answerer[];
  readonly outcome: string;
  readonly meetingId: string | null;
  readonly manager: EntityManager;
  readonly now: Date;
}

/**
 * Keeps for the people of a site that a reply waits for them: that there is one, its number where nobody knows the meeting,
 * and the meeting where another number stands. Never who wrote, and never a word.
 */
export async function setAside(row: InboundRow, aside: Aside): Promise<void> {
  const { answerers, outcome, meetingId, manager, now } = aside;
  const why = whys[outcome];
  if (why === undefined) return;
  const amount = why === 'differs' || why === 'unclear' ? row.amount : null;
  for (const siteId of new Set(answerers.map(({ site_id }) => site_id))) {
    await actAs(manager, { kind: 'site', siteId });
    await manager.query(KEEP, [siteId, row.id, why, now, meetingId, amount]);
  }
}
