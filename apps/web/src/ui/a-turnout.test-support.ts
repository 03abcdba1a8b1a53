import type { Turnout, TurnoutSlot } from '@followon/shared/contract/health';

const LAST_MEETING = '2026-11-19';
const WEEK_MS = 7 * 86_400_000;
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

type Told = number | TurnoutSlot['kind'];

function slot(told: Told, weeksAgo: number): TurnoutSlot {
  const on = new Date(Date.parse(LAST_MEETING) - weeksAgo * WEEK_MS).toISOString().slice(0, 10);
  if (typeof told === 'number') return { meetingId: id(weeksAgo), on, kind: 'held', headcount: told };
  return { meetingId: told === 'rest' ? null : id(weeksAgo), on, kind: told, headcount: null };
}

/** For tests: weekly meetings up to Thursday 19 November 2026, a number for how many came or the kind of slot. */
export const aTurnout = (usual: number | null, ...told: readonly Told[]): Turnout => ({
  usual,
  slots: told.map((one, index) => slot(one, told.length - 1 - index)),
});
