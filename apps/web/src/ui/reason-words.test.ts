import { describe, expect, test } from '@jest/globals';
import { ClearsWhenSchema, ReasonSchema } from '@followon/shared/rules/health/facts';
import { NOW } from './on-a-page.test-support.js';
import { saidOnce, sayClears, sayReason, type Reason } from './reason-words.js';

const reasonKeys = ReasonSchema.unwrap().shape.key.options;
const clearsKeys = ClearsWhenSchema.unwrap().shape.key.options;

const figures = {
  usual: 7.2,
  recent: [4, 5, 3],
  likely: 3.6,
  lastOn: '2026-05-03',
  expectedOn: '2026-05-31',
  sinceOn: '2026-03-05',
  gapDays: 35,
  usualGapDays: 14,
  count: 3,
  of: 6,
  meetingIds: ['a', 'b', 'c'],
};
const FORBIDDEN =
  /declin|fail|attrition|churn|drop-?out|did not attend|non-compl|score|absent|%|per ?cent|\brisk|undefined|NaN|[{}]/i;
const SENTENCES = /^[A-Z\d][^.]+\.( [A-Z][^.]+\.)?$/;

describe.each(reasonKeys)('%s', (key) => {
  test.each([
    { told: 'all its figures', known: figures },
    { told: 'none of them', known: { meetingIds: ['a', 'b', 'c'] } },
  ])('is said with $told, in one or two sentences, and with no word that judges', ({ known }) => {
    const said = sayReason({ key, ...known }, NOW);
    expect(said).toMatch(SENTENCES);
    expect(said).not.toMatch(FORBIDDEN);
  });
});

test.each(clearsKeys)('%s is said with and without a number', (key) => {
  for (const said of [sayClears({ key, headcount: 5 }), sayClears({ key })]) {
    expect(said).toMatch(/^This clears [^.]+\.$/);
    expect(said).not.toMatch(FORBIDDEN);
  }
  expect(sayClears({ key })).not.toMatch(/\d/);
});

test.each<{ key: Reason['key']; words: string; told?: Partial<Reason> }>([
  { key: 'below-60', words: '7 usually come; the last three meetings had 4, 5 and 3.' },
  {
    key: 'few-lately',
    words: '7 usually come; the last two meetings had 4 and 5.',
    told: { recent: [4, 5] },
  },
  { key: 'long-gap', words: 'Meetings were 2 weeks apart; lately there was a gap of 5 weeks.' },
  {
    key: 'long-gap',
    words: 'Meetings were a week apart; lately there was a gap of 2 weeks.',
    told: { gapDays: 14, usualGapDays: 7 },
  },
  {
    key: 'long-gap',
    words: 'Meetings were 7 days apart; lately there was a gap of 10 days.',
    told: { gapDays: 10, usualGapDays: 7 },
  },
  {
    key: 'long-gap',
    words: 'Meetings are further apart than they used to be.',
    told: { gapDays: 7, usualGapDays: 7 },
  },
  { key: 'few-likely', words: 'About 4 are likely at the next meeting; 7 usually come.' },
  { key: 'few-likely', words: 'About 7 are likely at the next meeting.', told: { likely: 7 } },
  {
    key: 'registers-missing',
    words: 'Three of the last six registers are missing, so this rests on little.',
  },
  { key: 'nobody-new', words: 'Nobody new since March.' },
  { key: 'nobody-new', words: 'Nobody new since March 2025.', told: { sinceOn: '2025-03-05' } },
  { key: 'help-asked', words: 'The group asked for a hand on 5 March.' },
  {
    key: 'silent',
    words: 'No meeting that we know of since 3 May; the next date would have been 31 May.',
  },
  {
    key: 'silent',
    words: 'No meeting that we know of since 3 May.',
    told: { expectedOn: '2026-12-01' },
  },
  {
    key: 'under-3',
    words: 'Up to 14 November: 7 usually came; the meetings had 4, 5 and 3.',
    told: { upToOn: '2026-11-14' },
  },
])('$key reads as a volunteer would say it: $words', ({ key, words, told = {} }) => {
  expect(sayReason({ key, ...figures, ...told }, NOW)).toBe(words);
});

test('what was usual before is not called usual beside a line that says otherwise', () => {
  const fall = { key: 'below-60', ...figures } as const;
  expect(sayReason(fall, NOW, 7)).toBe('7 usually come; the last three meetings had 4, 5 and 3.');
  expect(sayReason(fall, NOW, 6)).toBe('About 7 came before; the last three meetings had 4, 5 and 3.');
  expect(sayReason({ ...fall, key: 'few-likely' }, NOW, 6)).toBe('About 4 are likely at the next meeting.');
});

test('a smaller share and a lower score that say the same are said once', () => {
  const reasons = (['below-60', 'few-lately', 'conflict'] as const).map((key) => ({ key, ...figures }));
  expect(saidOnce(reasons, NOW).map(({ key }) => key)).toEqual(['below-60', 'conflict']);
});
