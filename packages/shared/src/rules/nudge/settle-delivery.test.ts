import { expect, test } from '@jest/globals';
import { Settlement } from '../../contract/deliveries.js';
import { isLetter, settledState, waysToSettle } from './settle-delivery.js';

test.each([
  { state: 'queued', reason: 'quiet-hours', ways: ['let-go'] },
  { state: 'sending', reason: null, ways: [] },
  { state: 'sent', reason: null, ways: [] },
  { state: 'delivered', reason: null, ways: [] },
  { state: 'bounced', reason: 'nobody-there', ways: [] },
  { state: 'held', reason: 'no-address', ways: ['again', 'let-go'] },
  { state: 'held', reason: 'quiet-hours', ways: ['let-go'] },
  { state: 'held', reason: 'to-print', ways: ['posted', 'let-go'] },
  { state: 'dead', reason: 'refused', ways: ['again', 'let-go'] },
  { state: 'unknown', reason: 'sender-lost', ways: ['arrived', 'again', 'let-go'] },
  { state: 'suppressed', reason: 'no-channel', ways: ['again'] },
  { state: 'suppressed', reason: 'let-go', ways: [] },
])('$state because $reason: $ways', ({ state, reason, ways }) => {
  expect(waysToSettle({ state, reason })).toEqual(ways);
});

test.each(['paused', 'stopped', 'not-opted-in', 'left', 'group-resting', 'no-longer-true'])(
  'nobody sends after all what was held back because of %s',
  (reason) => expect(waysToSettle({ state: 'suppressed', reason })).toEqual([]),
);

test('whatever was decided leaves nothing to decide but what was put back', () => {
  for (const how of Settlement.options) {
    const ways = waysToSettle({ state: settledState[how], reason: null });
    expect({ how, ways }).toEqual({ how, ways: how === 'again' ? ['let-go'] : [] });
  }
});

test('a letter that was posted is one no more', () => {
  expect(isLetter({ state: 'held', reason: 'to-print' })).toBe(true);
  expect(isLetter({ state: 'sent', reason: 'to-print' })).toBe(false);
});
