import type { GroupHealthView, Turnout, TurnoutSlot } from '@followon/shared/contract/health';
import { civilDate, explained } from '../dates.js';
import { t } from '../i18n.js';
import { expectedAt } from './expected-band.js';
import { quietSinceOf } from './quiet-slot.js';

const LAST = 3;

/** One slot as a sentence: the date, what is known about it, and what could be expected. No news is never a zero. */
export function saySlot(slot: TurnoutSlot, now: string): string {
  const quietSince = quietSinceOf(slot);
  if (quietSince !== null) return t('turnout.slot.quiet', { day: explained.day(quietSince, now) });
  const said = sayHow(slot, now);
  const range = expectedAt(slot);
  if (!range) return said;
  return t(slot.kind === 'planned' ? 'turnout.slot.likely' : 'turnout.slot.expected', {
    slot: said,
    range: explained.list([range.low, range.high]),
  });
}

function sayHow(slot: TurnoutSlot, now: string): string {
  const day = explained.day(slot.on, now);
  switch (slot.kind) {
    case 'held':
    case 'headcount-only':
      return slot.headcount === null
        ? t('turnout.slot.held', { day })
        : t('turnout.slot.came', { day, count: slot.headcount });
    case 'not-held':
      return t('turnout.slot.notHeld', { day });
    case 'missing':
      return t('turnout.slot.missing', { day });
    case 'rest':
      return t('turnout.slot.rest', { day });
    case 'planned':
      return t('turnout.slot.planned', { day });
  }
}

/** The one sentence under every strip: what is usual, and the last meetings beside it. */
export function sayTurnout(turnout: Turnout): string {
  const counted = turnout.slots.flatMap((slot) => slot.headcount ?? []);
  const held = turnout.slots.filter((slot) => slot.kind === 'held' || slot.kind === 'headcount-only');
  if (held.length === 0) return t('turnout.sentence.none');
  if (counted.length === 0) return t('turnout.sentence.held', { count: held.length });
  const recent = counted.slice(-LAST);
  const values = { usual: turnout.usual ?? 0, last: explained.list(recent), count: recent.length };
  return turnout.usual === null ? t('turnout.sentence.new', values) : t('turnout.sentence.usual', values);
}

/** Only what is usual, where the reasons beside the strip already say the rest. */
export function sayUsual(turnout: Turnout): string {
  return turnout.usual === null ? sayTurnout(turnout) : t('turnout.usual', { usual: turnout.usual });
}

type Ahead = Pick<GroupHealthView, 'expected' | 'expectedNextOn' | 'noNews'> & {
  /** The next date, where one is fixed. */
  readonly plannedOn: string | null;
};

/** How many are likely next, and when; undefined where it is not known, nothing is heard, or it is not the reader's to see. */
export function sayNext(ahead: Ahead, now: string): string | undefined {
  const { expected, expectedNextOn, noNews, plannedOn } = ahead;
  if (noNews || !expected || !expectedNextOn || expectedNextOn < civilDate(now)) return undefined;
  return t(plannedOn === expectedNextOn ? 'turnout.next.planned' : 'turnout.next.rhythm', {
    likely: Math.round(expected.likely),
    range: explained.list([expected.low, expected.high]),
    day: explained.date(expectedNextOn, now),
  });
}

/** A planned day that has passed is a register nobody has written yet, not a plan. */
export const asOfToday = <T extends Turnout>(turnout: T, now: string): T => ({
  ...turnout,
  slots: turnout.slots.map((slot) =>
    slot.kind === 'planned' && slot.on < civilDate(now) ? { ...slot, kind: 'missing' as const } : slot,
  ),
});
