import type { EntityManager } from 'typeorm';
import type { InboundRow } from './inbound-rows.js';

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

/**
 * Texts may come late and out of order: what somebody wrote never undoes what came from the same telephone after it. What
 * they said on a page meanwhile each of them keeps (`reply-changes.ts`).
 */
export async function isOvertaken(
  { id, from_hash, said, happened_at }: InboundRow,
  manager: EntityManager,
): Promise<boolean> {
  const newer = voids[said ?? ''] ?? [];
  const [texted]: { isSo: boolean }[] = await manager.query(TEXTED_SINCE, [
    ...[from_hash, id, happened_at, newer, said === 'start'],
  ]);
  return texted?.isSo ?? false;
}
