import { addDays } from '@followon/shared/rules/calendar/civil-date';
import type { MeetingFact } from '@followon/shared/rules/health/facts';
import type { Series } from '../data/series.js';
import { randomFrom } from '../measures/random.js';

/** For tests: a weekly group from the first Monday of 2024 on, which the same people attend with the chance given for each week. */
export function aSeries(name: string, chances: readonly number[], hasEnded: boolean): Series {
  const random = randomFrom([...name].reduce((sum, letter) => 31 * sum + letter.charCodeAt(0), 7) >>> 0);
  const meetings: MeetingFact[] = chances.map((chance, week) => {
    const on = addDays('2024-01-01', 7 * week);
    const people = Array.from({ length: 8 }, (_, person) => `${name}-${person}`);
    const attendees = people.filter(() => random() < chance);
    return { meetingId: on, on, outcome: 'held', headcount: attendees.length, attendees };
  });
  const [first = '', last = ''] = [meetings[0]?.on, meetings.at(-1)?.on];
  const viable = meetings.findLast(({ headcount }) => (headcount ?? 0) >= 3)?.on ?? last;
  return {
    name: `somewhere\n${name}`,
    isNamed: true,
    history: { cadence: 'weekly', meetings, rests: [] },
    episodes: [{ first, last, lastViable: hasEnded ? viable : null }],
    recordEndsOn: '2026-12-31',
  };
}

const calm = (weeks: number): number[] => Array<number>(weeks).fill(0.8);
const sinking = (weeks: number): number[] =>
  Array.from({ length: weeks }, (_, week) => 0.8 * (1 - week / weeks));

/** For tests: a dozen groups, of which half sank and ended. */
export const aDozen = (): readonly Series[] =>
  Array.from({ length: 12 }, (_, place) =>
    place % 2 === 0
      ? aSeries(`lives-${place}`, calm(30 + place), false)
      : aSeries(`ended-${place}`, [...calm(14 + place), ...sinking(14)], true),
  );
