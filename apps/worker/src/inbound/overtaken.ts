import { actAs } from '@followon/shared/db/transaction';
import type { EntityManager } from 'typeorm';
import type { Answerer, InboundRow } from './inbound-rows.js';

/** What a newer text makes void. A pause stands beside a stop: neither takes the other back. */
const voids: Readonly<Partial<Record<string, readonly string[]>>> = {
  stop: ['start'],
  start: ['stop', 'pause'],
  pause: ['start', 'pause'],
};

/** Of two in one second the careful one counts. */
const TEXTED_SINCE = `
  select exists (select from inbound_message where from_hash = $1 and id <> $2 and said = any($4)
    and (least(happened_at, received_at) > $3 or ($5 and least(happened_at, received_at) = $3))) as "isSo"`;

/** They stopped otherwise, by a page or a link, after they wrote. */
const STOPPED_SINCE = `
  select exists (select from message_wish w where w.person_id = $1 and w.stopped_at > $2)
    or exists (select from message_consent c where c.person_id = $1 and c.purpose = 'all' and c.channel in ('any', $3) and not c.wants and c.said_at > $2) as "isSo"`;

interface Sayers {
  readonly answerers: readonly Answerer[];
  readonly manager: EntityManager;
}

/** Texts may come late and out of order: what somebody wrote never undoes what they said after it. */
export async function isOvertaken(row: InboundRow, sayers: Sayers): Promise<boolean> {
  if (await wroteSince(row, sayers)) return true;
  return row.said === 'start' && stoppedSince(row, sayers);
}

async function wroteSince(
  { id, from_hash, said, happened_at }: InboundRow,
  { manager }: Sayers,
): Promise<boolean> {
  const newer = voids[said ?? ''] ?? [];
  const [texted]: { isSo: boolean }[] = await manager.query(TEXTED_SINCE, [
    ...[from_hash, id, happened_at, newer, said === 'start'],
  ]);
  return texted?.isSo ?? false;
}

async function stoppedSince({ happened_at }: InboundRow, { answerers, manager }: Sayers): Promise<boolean> {
  for (const { person_id, site_id, channel } of answerers) {
    await actAs(manager, { kind: 'site', siteId: site_id });
    const values = [person_id, happened_at, channel];
    const [stopped]: { isSo: boolean }[] = await manager.query(STOPPED_SINCE, values);
    if (stopped?.isSo) return true;
  }
  return false;
}
