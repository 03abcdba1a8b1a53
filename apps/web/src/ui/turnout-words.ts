import type { Turnout, TurnoutSlot } from '@followon/shared/contract/health';
import { civilDate, explained } from '../dates.js';
import { t } from '../i18n.js';

const LAST = 3;

/** One slot as a sentence: the date, then what is known about it. No news is never a zero. */
export function saySlot(slot: TurnoutSlot, now: string): string {
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

/** A planned day that has passed is a register nobody has written yet, not a plan. */
export const asOfToday = <T extends Turnout>(turnout: T, now: string): T => ({
  ...turnout,
  slots: turnout.slots.map((slot) =>
    slot.kind === 'planned' && slot.on < civilDate(now) ? { ...slot, kind: 'missing' as const } : slot,
  ),
});
