import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkEvidence, mergeEvidence, unanswered, withDay } from './check-evidence.js';
import type { Evidence } from './facts.js';
import type { Question } from './task.js';

const TODAY = '2026-04-14';
const asks: readonly Question[] = [
  { kind: 'day' },
  { kind: 'choice', key: 'how', options: ['fine', 'wants-help', 'leave-us-be'] },
  { kind: 'number', key: 'asked' },
  { kind: 'yes-no', key: 'step-free' },
];

describe('what is wrong with an answer names its question and how to mend it', () => {
  const cases: readonly (readonly [said: string, evidence: Evidence, path: string, message: RegExp])[] = [
    [
      'a question that is not asked',
      { answers: { colour: 'red' } },
      'answers.colour',
      /It asks: how, asked, step-free\./,
    ],
    [
      'an option that does not exist',
      { answers: { how: 'great' } },
      'answers.how',
      /fine, wants-help, leave-us-be/,
    ],
    ['the same, told as the one choice', { choice: 'great' }, 'choice', /fine, wants-help, leave-us-be/],
    ['a number where one of the options is asked', { answers: { how: 3 } }, 'answers.how', /one of/],
    ['a day to come', { on: '2026-04-15' }, 'on', /cannot be in the future/],
    ['a count below nothing', { answers: { asked: -1 } }, 'answers.asked', /from 0 to 500/],
    ['a count in parts', { count: 1.5 }, 'count', /whole number/],
    ['a word where a count is asked', { answers: { asked: 'many' } }, 'answers.asked', /whole number/],
    [
      'a word where yes or no is asked',
      { answers: { 'step-free': 'yes' } },
      'answers.step-free',
      /true for yes/,
    ],
  ];
  test.each(cases)('%s', (_, evidence, path, message) => {
    expect(checkEvidence(asks, evidence, TODAY)).toEqual([
      { path, message: expect.stringMatching(message) as unknown as string },
    ]);
  });
});

test.each<readonly [string, Evidence]>([
  ['nothing at all', {}],
  ['today', { on: TODAY }],
  ['an answer to each', { on: '2026-04-01', answers: { how: 'fine', asked: 0, 'step-free': false } }],
  ['the one choice and the one count without their names', { choice: 'fine', count: 500 }],
])('%s is fine', (_, evidence) => {
  expect(checkEvidence(asks, evidence, TODAY)).toEqual([]);
});

test('a task that asks nothing takes a day, a count and a choice, and no answers by name', () => {
  expect(checkEvidence([], { on: TODAY, count: 4, choice: 'came' }, TODAY)).toEqual([]);
  expect(checkEvidence([], { answers: { how: 'fine' } }, TODAY)).toHaveLength(1);
});

test('one choice without its name is refused where several are asked', () => {
  const two: readonly Question[] = [
    { kind: 'choice', key: 'one', options: ['a'] },
    { kind: 'choice', key: 'two', options: ['a'] },
  ];
  expect(checkEvidence(two, { choice: 'a' }, TODAY)).toMatchObject([{ path: 'choice' }]);
});

test('what is missing is listed in the order in which it is asked', () => {
  expect(unanswered(asks, null)).toEqual(['on', 'how', 'asked', 'step-free']);
  expect(unanswered(asks, { on: TODAY, choice: 'fine', answers: { 'step-free': false } })).toEqual(['asked']);
});

test('the last word counts, question by question', () => {
  const first = { on: '2026-04-01', answers: { how: 'fine', asked: 4 } };
  expect(mergeEvidence(first, { answers: { asked: 5 } })).toEqual({
    ...first,
    answers: { how: 'fine', asked: 5 },
  });
  expect(mergeEvidence(null, undefined)).toEqual({});
});

test('a day that is asked for and not said is today, and one that is not asked for is not made up', () => {
  expect(withDay(asks, {}, TODAY)).toEqual({ on: TODAY });
  expect(withDay(asks, { on: '2026-04-01' }, TODAY)).toEqual({ on: '2026-04-01' });
  expect(withDay([], {}, TODAY)).toEqual({});
});

const answer = fc.record(
  {
    how: fc.constantFrom('fine', 'wants-help', 'leave-us-be'),
    asked: fc.integer({ min: 0, max: 500 }),
    'step-free': fc.boolean(),
  },
  { requiredKeys: [] },
);
test('answers that fit one by one fit together, whatever their order and number', () => {
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 6 }), (said) => {
      const merged = said.reduce<Evidence>((sofar, answers) => mergeEvidence(sofar, { answers }), {});
      const asked = new Set(said.flatMap((answers) => Object.keys(answers)));
      expect(checkEvidence(asks, merged, TODAY)).toEqual([]);
      expect(unanswered(asks, merged)).toEqual(
        ['on', 'how', 'asked', 'step-free'].filter((key) => !asked.has(key)),
      );
    }),
  );
});
