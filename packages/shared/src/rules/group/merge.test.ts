import { describe, expect, test } from '@jest/globals';
import type { GroupState } from '../../contract/health.js';
import { addDays } from '../calendar/civil-date.js';
import { whyNotAnswer, whyNotAsk, whyNotUndo } from './merge.js';

const party = (id: string, state: GroupState = 'meeting', closingOn: string | null = null) => ({
  ...{ id, state, closingOn },
});

describe('who may ask whom', () => {
  test.each([
    { from: 'meeting', into: 'meeting', why: undefined },
    { from: 'forming', into: 'unknown', why: undefined },
    { from: 'resting', into: 'meeting', why: undefined },
    { from: 'closed', into: 'meeting', why: 'ended' },
    { from: 'merged', into: 'meeting', why: 'ended' },
    { from: 'meeting', into: 'closed-well', why: 'other-ended' },
    { from: 'meeting', into: 'merged', why: 'other-ended' },
    { from: 'meeting', into: 'resting', why: 'other-resting' },
  ] as const)('a group that is $from asks one that is $into: $why', ({ from, into, why }) => {
    expect(whyNotAsk({ from: party('a', from), into: party('b', into), open: [] })).toBe(why);
  });

  test('nobody joins a group that has said that it will end; one that ends may still join another', () => {
    const ending = party('b', 'meeting', '2026-05-01');
    expect(whyNotAsk({ from: party('a'), into: ending, open: [] })).toBe('other-ending');
    expect(whyNotAsk({ from: ending, into: party('a'), open: [] })).toBeUndefined();
  });

  test('a group does not ask itself, nor two groups at once, nor whoever has asked it', () => {
    const ask = (fromId: string, intoId: string, into = 'b') =>
      whyNotAsk({ from: party('a'), into: party(into), open: [{ fromId, intoId }] });
    expect(whyNotAsk({ from: party('a'), into: party('a'), open: [] })).toBe('same-group');
    expect(ask('a', 'c')).toBe('already-merging');
    expect(ask('b', 'a')).toBe('asked-by-them');
    // Another group that asked one of the two is in nobody's way.
    expect(ask('c', 'b')).toBeUndefined();
    expect(ask('c', 'a')).toBeUndefined();
  });
});

describe('two consents', () => {
  const answer = (over: object) =>
    whyNotAnswer({ state: 'asked', answer: 'agree', isSamePerson: false, explains: false, ...over });

  test.each([
    { over: {}, why: undefined },
    { over: { isSamePerson: true }, why: 'same-person' },
    { over: { isSamePerson: true, explains: true }, why: undefined },
    { over: { isSamePerson: true, answer: 'decline' }, why: undefined },
    { over: { state: 'merged' }, why: 'not-open' },
    { over: { state: 'withdrawn', answer: 'decline' }, why: 'not-open' },
  ])('$over: $why', ({ over, why }) => {
    expect(answer(over)).toBe(why);
  });
});

describe('parting again', () => {
  const mergedOn = '2026-04-14';
  const undo = (over: object) =>
    whyNotUndo({ state: 'merged', mergedOn, today: mergedOn, into: 'meeting', ...over });

  test.each([
    { over: {}, why: undefined },
    { over: { today: addDays(mergedOn, 14) }, why: undefined },
    { over: { today: addDays(mergedOn, 15) }, why: 'too-late' },
    { over: { into: 'resting' }, why: undefined },
    { over: { into: 'closed' }, why: 'moved-on' },
    { over: { into: 'merged' }, why: 'moved-on' },
    { over: { state: 'undone' }, why: 'not-merged' },
    { over: { state: 'asked', mergedOn: null }, why: 'not-merged' },
  ])('$over: $why', ({ over, why }) => {
    expect(undo(over)).toBe(why);
  });
});
