import { addDays } from '@followon/shared/rules/calendar/civil-date';
import type { GroupHistory, MeetingFact } from '@followon/shared/rules/health/facts';

/** A head count, who came, or `cancelled`, `lost` (it took place, its register is missing), `planned`. */
export type Evening = number | readonly string[] | 'cancelled' | 'lost' | 'planned';

const outcomeOf = { cancelled: 'not-held', lost: 'missing', planned: 'planned' } as const;

/** A valid meeting id for the n-th evening, the same in every run. */
export const meetingId = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** One evening after the other, `everyDays` apart, from a Monday in spring unless told otherwise. */
export function someMeetings(
  evenings: readonly Evening[],
  { from = '2026-03-02', everyDays = 7 } = {},
): MeetingFact[] {
  return evenings.map((evening, n) => ({
    meetingId: meetingId(n),
    on: addDays(from, n * everyDays),
    ...whatHappened(evening),
  }));
}

function whatHappened(evening: Evening): Pick<MeetingFact, 'outcome' | 'headcount' | 'attendees'> {
  if (typeof evening === 'number') return { outcome: 'held', headcount: evening };
  if (typeof evening === 'string') return { outcome: outcomeOf[evening], headcount: null };
  return { outcome: 'held', headcount: evening.length, attendees: evening };
}

/** The history of a weekly group without breaks; only what matters is in the call. */
export const aHistory = (
  evenings: readonly Evening[],
  { from, everyDays, ...rest }: Partial<GroupHistory> & { from?: string; everyDays?: number } = {},
): GroupHistory => ({
  cadence: 'weekly',
  rests: [],
  meetings: someMeetings(evenings, { from, everyDays }),
  ...rest,
});
