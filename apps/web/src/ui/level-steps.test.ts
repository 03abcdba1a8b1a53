import { expect, test } from '@jest/globals';
import { marksOf, runsOf } from './level-steps.js';

const change = (on: string, to: 'steady' | 'watch' | 'fading' | 'at-risk') => ({
  on,
  at: `${on}T10:00:00.000Z`,
  from: null,
  to,
  reasons: [],
  eventId: on,
  parameterVersion: 'rules-1',
});
const slot = (on: string, told: { quietSince?: string } = {}) =>
  ({ meetingId: on, on, kind: 'held', headcount: 5, ...told }) as const;
const slots = ['2026-10-01', '2026-10-08', '2026-10-15', '2026-10-22'].map((on) => slot(on));
const known = change('2026-10-08', 'steady');

test('time of one level makes one stretch, and our own watch reads as steady', () => {
  const runs = runsOf(slots, [
    change('2026-10-15', 'watch'),
    change('2026-10-22', 'fading'),
    change('2026-10-08', 'steady'),
  ]);
  expect(runs).toEqual([
    { standing: 'new', start: 0, end: 1.15 },
    { standing: 'steady', start: 1.15, end: 3.15 },
    { standing: 'fading', start: 3.15, end: 4 },
  ]);
});

test('a sign stands where the level changed, and at the end for what came after the last meeting', () => {
  expect(marksOf(slots, [known])).toEqual([]);
  expect(marksOf(slots, [known, change('2026-10-15', 'fading'), change('2026-11-09', 'at-risk')])).toEqual([
    { standing: 'fading', start: 2.15 },
    { standing: 'at-risk', start: 4 },
  ]);
});

test('a change between two meetings stands between their bars', () => {
  const [mark] = marksOf(slots, [known, change('2026-10-19', 'fading')]);
  expect(mark?.start).toBeGreaterThan(2.85);
  expect(mark?.start).toBeLessThan(3.15);
});

test('a change in a silence stands as far into it as it was', () => {
  const quiet = slot('2026-11-21', { quietSince: '2026-10-22' });
  const at = (on: string) => marksOf([...slots, quiet], [known, change(on, 'fading')])[0]?.start ?? 0;
  expect(at('2026-11-06')).toBeCloseTo(4.425);
  expect(at('2026-11-21')).toBe(5);
});

test('what was before the first slot stands at its beginning, without a sign', () => {
  expect(runsOf(slots, [change('2026-08-01', 'fading')])).toEqual([{ standing: 'fading', start: 0, end: 4 }]);
  expect(marksOf(slots, [change('2026-08-01', 'fading')])).toEqual([]);
});
