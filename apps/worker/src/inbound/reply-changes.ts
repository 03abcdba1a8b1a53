import type { WishesChange } from '@followon/shared/contract/wishes';
import { holdWishes } from '@followon/shared/db/wishes/read-wishes';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { EntityManager } from 'typeorm';
import type { Answerer, InboundRow } from './inbound-rows.js';

const PAUSE_WEEKS = 4;

/**
 * What stands of what one person ($1) said before a text was written ($3), and the text may take back: of somebody who shares
 * their telephone ($4 is false) only what came by text, of whom it is alone all of it. A pause keeps no moment of its own: one
 * that was said by a page is older where nothing of their wishes is newer. $2 is the channel, $5 the end of a new pause.
 */
const STANDS = `
  select exists (select from message_consent c where c.person_id = $1 and c.channel = $2 and c.purpose = 'all' and not c.wants and c.said_at <= $3
      and ($4 or c.said_by = 'reply')) as "isRefused",
    coalesce(w.stopped_at <= $3 and ($4 or w.stopped_by = 'reply'), false) as "isStopped",
    coalesce(w.paused_by = 'reply' or ($4 and w.updated_at <= $3), false) and w.paused_until is not null as "isPaused",
    coalesce(not $4 and w.paused_until > $5::date and w.paused_by is distinct from 'reply', false) as "isPausedForLonger"
  from (select 1) one left join message_wish w on w.person_id = $1`;

interface Standing {
  readonly isRefused: boolean;
  readonly isStopped: boolean;
  readonly isPaused: boolean;
  readonly isPausedForLonger: boolean;
}

/** The last day of a pause that was asked for; it begins on the day on which it was written. */
export const pauseOf = ({ said, amount, happened_at }: InboundRow): string | undefined =>
  said === 'pause' ? addDays(londonDate(happened_at), (amount ?? PAUSE_WEEKS) * 7) : undefined;

/**
 * What a text changes for one of the people at its telephone, under the lock on their wishes. A telephone can have more than
 * one: START of one of them undoes nothing that another said elsewhere.
 */
export async function changeOf(
  row: InboundRow,
  { person_id: id, person_kind: kind, channel }: Answerer,
  { isAlone, manager }: { readonly isAlone: boolean; readonly manager: EntityManager },
): Promise<WishesChange> {
  const by = channel === 'push' ? 'sms' : channel;
  if (row.said === 'stop') return { channels: { [by]: false } };
  const until = pauseOf(row);
  await holdWishes(manager, { id, kind });
  const values = [id, by, row.happened_at, isAlone, until ?? null];
  const [stands]: Standing[] = await manager.query(STANDS, values);
  if (!stands) return {};
  if (until === undefined) return startAgain(stands, by);
  return stands.isPausedForLonger ? {} : { pause: { until } };
}

const startAgain = (
  { isRefused, isStopped, isPaused }: Standing,
  by: Exclude<Answerer['channel'], 'push'>,
): WishesChange => ({
  ...(isRefused && { channels: { [by]: true } }),
  ...(isStopped && { stopAll: false }),
  ...(isPaused && { pause: null }),
});
