import { expect, test } from '@jest/globals';
import { aHistory } from '../../../../../tests/support/a-history.js';
import { stripOf, turnoutSentence } from './turnout.js';

test('the turnout says how many usually come and how many came lately', () => {
  expect(turnoutSentence(aHistory([7, 7, 8, 6, 7, 7, 4, 'lost', 5, 'cancelled', 3]))).toEqual({
    key: 'turnout',
    usual: 7,
    recent: [4, 5, 3],
  });
});

test('a young group is described by all its meetings, one that never met not at all', () => {
  expect(turnoutSentence(aHistory([6, 5, 5, 4]))).toEqual({ key: 'turnout', usual: 5, recent: [5, 5, 4] });
  expect(turnoutSentence(aHistory(['planned', 'cancelled']))).toBeNull();
});

test('the strip shows what happened, breaks included, and only the next of the dates to come', () => {
  const history = aHistory([8, 'cancelled', 'lost', 7, 'planned', 'planned'], {
    rests: [{ from: '2026-03-17', until: '2026-03-20' }],
  });
  const [first, ...others] = history.meetings;
  const meetings = first === undefined ? [] : [{ ...first, headcountOnly: true }, ...others];
  const strip = stripOf({ ...history, meetings }, 10);
  expect(strip.map(({ kind, headcount }) => [kind, headcount])).toEqual([
    ['headcount-only', 8],
    ['not-held', null],
    ['missing', null],
    ['rest', null],
    ['held', 7],
    ['planned', null],
  ]);
  expect(stripOf(history, 2).map(({ kind }) => kind)).toEqual(['held', 'planned']);
  expect(stripOf(history, 0)).toEqual([]);
});

test('a planned date that later meetings have overtaken shows as a missing register', () => {
  const history = aHistory([8, 'planned', 7, 'planned']);
  expect(stripOf(history, 4).map(({ kind }) => kind)).toEqual(['held', 'missing', 'held', 'planned']);
});
