import { expect, test } from '@jest/globals';
import { hasMetAnew, nextState } from './next-state.js';

test.each([
  { state: 'forming', noNews: false, hasMet: false, next: 'forming' },
  { state: 'forming', noNews: false, hasMet: true, next: 'meeting' },
  { state: 'forming', noNews: true, hasMet: true, next: 'unknown' },
  { state: 'meeting', noNews: true, hasMet: true, next: 'unknown' },
  { state: 'unknown', noNews: true, hasMet: true, next: 'unknown' },
  { state: 'unknown', noNews: false, hasMet: true, next: 'meeting' },
  { state: 'resting', noNews: true, hasMet: true, next: 'resting' },
  { state: 'merged', noNews: false, hasMet: true, next: 'merged' },
  { state: 'closed-well', noNews: true, hasMet: true, next: 'closed-well' },
] as const)(
  'a group that is $state (no news: $noNews, has met: $hasMet) is then $next',
  ({ state, next, ...facts }) => {
    expect(nextState(state, facts)).toBe(next);
  },
);

const held = (on: string) => ({ meetingId: on, on, outcome: 'held' as const, headcount: 6 });

test.each([
  { what: 'it met', meetings: [held('2026-03-02')], rests: [], met: true },
  { what: 'it never met', meetings: [], rests: [], met: false },
  {
    what: 'it met only before it ended and started again',
    meetings: [held('2026-03-02')],
    rests: [{ from: '2026-03-24', until: '2026-06-01' }],
    met: false,
  },
  {
    what: 'it met on the day on which it started again',
    meetings: [held('2026-03-02'), held('2026-06-01')],
    rests: [{ from: '2026-03-24', until: '2026-06-01' }],
    met: true,
  },
  {
    what: 'its break has no end yet',
    meetings: [held('2026-03-02')],
    rests: [{ from: '2026-03-24', until: null }],
    met: true,
  },
])('whether a group has met anew when $what: $met', ({ meetings, rests, met }) => {
  expect(hasMetAnew({ meetings, rests })).toBe(met);
});
