import { describe, expect, test } from '@jest/globals';
import { reasonKeys } from '../rules/health/facts.js';
import { MessageFigures, type MessageFacts } from './facts.js';
import { sayReason } from './reasons.js';

const reader = { audience: 'staff', today: '2026-11-24' } as const;
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
};
const said = (key: MessageFacts['key'], told: Partial<MessageFacts> = figures): string | undefined =>
  sayReason({ ...reader, ...told, key });

const UNSAID = ['register-corrected', 'resting'];
const FORBIDDEN =
  /declin|fail|attrition|churn|drop-?out|did not attend|non-compl|score|absent|%|per ?cent|\brisk|undefined|NaN|null/i;

describe.each(reasonKeys.filter((key) => !UNSAID.includes(key)))('%s', (key) => {
  test.each([
    { told: 'all its figures', with: figures },
    { told: 'none of them', with: {} },
  ])('is said with $told, in one or two sentences, and with no word that judges', ({ with: known }) => {
    expect(said(key, known)).toMatch(/^[A-Z][^.]+\.( [A-Z][^.]+\.)?$/);
    expect(said(key, known)).not.toMatch(FORBIDDEN);
  });

  test('says no number of people where the figures are withheld', () => {
    const {
      usual: _u,
      recent: _r,
      likely: _l,
      count: _c,
      of: _o,
      lastOn: _d,
      sinceOn: _s,
      ...rest
    } = figures;
    if (key !== 'long-gap') expect(said(key, rest)).not.toMatch(/\d/);
  });
});

test.each([
  { key: 'below-60', words: 'About 7 people usually come; the last three meetings had 4, 5 and 3.' },
  { key: 'few-likely', words: 'About 4 are likely at the next meeting.' },
  { key: 'long-gap', words: 'Meetings were 2 weeks apart; lately there was a gap of 5 weeks.' },
  { key: 'nobody-new', words: 'Nobody new since March 2026.' },
  {
    key: 'registers-missing',
    words: 'Three of the last six registers are missing, so this rests on little.',
  },
  { key: 'help-asked', words: 'The group asked for a hand on 5 March 2026.' },
] as const)('$key reads as a volunteer would say it', ({ key, words }) => {
  expect(said(key)).toBe(words);
});

test('a nudge keeps the figures that its reason needs', () => {
  expect(MessageFigures.parse({ ...figures, key: 'few-likely' })).toEqual({ ...figures, key: 'few-likely' });
});
