import { expect, test } from '@jest/globals';
import { SettleReason, Settlement } from '../../contract/deliveries.js';
import { isLetter, reasonsToSettle, settledState, waysToSettle } from './settle-delivery.js';

test.each([
  { state: 'queued', reason: 'quiet-hours', ways: ['let-go'] },
  { state: 'sending', reason: null, ways: [] },
  { state: 'sent', reason: null, ways: [] },
  { state: 'delivered', reason: null, ways: [] },
  { state: 'bounced', reason: 'nobody-there', ways: [] },
  { state: 'held', reason: 'no-address', ways: ['again', 'let-go'] },
  { state: 'held', reason: 'quiet-hours', ways: ['let-go'] },
  { state: 'held', reason: 'to-print', ways: ['posted', 'let-go'] },
  { state: 'held', reason: 'by-hand', ways: ['arrived', 'let-go'] },
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

test('whoever decides is asked why, with answers that fit; a posted letter needs none', () => {
  const asked = (state: string) =>
    waysToSettle({ state, reason: null }).map((how) => [how, ...reasonsToSettle(how, { state })]);
  expect(asked('unknown')).toEqual([
    ['arrived', 'they-said', 'provider-shows'],
    ['again', 'did-not-arrive', 'provider-mended', 'address-mended'],
    ['let-go', 'told-another-way', 'not-needed', 'asked-to'],
  ]);
  expect(asked('dead')[0]).toEqual(['again', 'provider-mended', 'address-mended']);
  expect(reasonsToSettle('posted', { state: 'held' })).toEqual([]);
  expect(reasonsToSettle('arrived', { state: 'held' })).toEqual(['they-said']);
});

test('every reason is asked somewhere', () => {
  const asked = Settlement.options.flatMap((how) => reasonsToSettle(how, { state: 'unknown' }));
  expect(asked.sort()).toEqual([...SettleReason.options].sort());
});
