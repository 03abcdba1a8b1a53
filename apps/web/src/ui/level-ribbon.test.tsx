import { expect, test } from '@jest/globals';
import { marksOf, runsOf } from './level-ribbon.js';

const change = (on: string, to: 'steady' | 'watch' | 'fading' | 'at-risk') => ({
  on,
  at: `${on}T10:00:00.000Z`,
  from: null,
  to,
  reasons: [],
  eventId: on,
  parameterVersion: 'rules-1',
});

test('days of one level make one stretch, and our own watch reads as steady', () => {
  const days = ['2026-10-01', '2026-10-08', '2026-10-15', '2026-10-22'];
  const runs = runsOf(days, [
    change('2026-10-15', 'watch'),
    change('2026-10-22', 'fading'),
    change('2026-10-08', 'steady'),
  ]);
  expect(runs.map(({ standing, length }) => [standing, length])).toEqual([
    ['new', 1],
    ['steady', 2],
    ['fading', 1],
  ]);
});

test('a sign stands where the level changed, and at the end for what came after the last meeting', () => {
  const days = ['2026-10-01', '2026-10-08', '2026-10-15', '2026-10-22'];
  const known = change('2026-10-08', 'steady');
  expect(marksOf(days, [known])).toEqual([]);
  expect(marksOf(days, [known, change('2026-10-15', 'fading'), change('2026-11-09', 'at-risk')])).toEqual([
    { standing: 'fading', place: 2 },
    { standing: 'at-risk', place: 4 },
  ]);
});
