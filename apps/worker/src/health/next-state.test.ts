import { expect, test } from '@jest/globals';
import { nextState } from './next-state.js';

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
