import { expect, test } from '@jest/globals';
import { searchEndsOn } from './without-ptv.js';

const lastSessionOn = '2026-12-03'; // a Thursday

test.each([
  { openedOn: '2026-11-05', ends: '2026-11-19', why: 'two weeks before, as there was time' },
  { openedOn: '2026-11-12', ends: '2026-11-19', why: 'five working days are over on the same day' },
  { openedOn: '2026-11-19', ends: '2026-11-26', why: 'opened two weeks before: five working days' },
  { openedOn: '2026-11-21', ends: '2026-11-27', why: 'opened on a Saturday' },
  { openedOn: '2026-12-01', ends: '2026-12-03', why: 'not after the last session' },
  { openedOn: '2026-12-03', ends: '2026-12-10', why: 'heard of on its last day' },
])('the search for a volunteer, begun on $openedOn, is given up on $ends: $why', ({ openedOn, ends }) => {
  expect(searchEndsOn({ lastSessionOn, openedOn, country: 'england' })).toBe(ends);
});
