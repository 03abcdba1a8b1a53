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
  /declin|fail|attrition|churn|drop-?out|did not attend|non-compl|score|absent|%|per ?cent|\brisk|undefined|NaN|null|methu|methiant|dirywi|risg|sgôr|absenol|y cant/i;

const both = reasonKeys
  .filter((key) => !UNSAID.includes(key))
  .flatMap((key) => (['en', 'cy'] as const).map((language) => ({ key, language })));

test('what later meetings no longer bear out is told up to its day', () => {
  const past = { ...figures, upToOn: '2026-10-14' };
  expect(said('under-3', past)).toBe(
    'Up to 14 October 2026, about 7 people usually came; the meetings had 4, 5 and 3.',
  );
  expect(said('below-60', { ...past, language: 'cy' })).toBe(
    'Hyd at 14 Hydref 2026, roedd tua 7 yn dod fel arfer; daeth 4, 5 a 3 i’r cyfarfodydd.',
  );
});

describe.each(both)('$key ($language)', ({ key, language }) => {
  test.each([
    { told: 'all its figures', with: figures },
    { told: 'none of them', with: {} },
  ])('is said with $told, in one or two sentences, and with no word that judges', ({ with: known }) => {
    expect(said(key, { ...known, language })).toMatch(/^[A-Z][^.]+\.( [A-Z][^.]+\.)?$/);
    expect(said(key, { ...known, language })).not.toMatch(FORBIDDEN);
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
    if (key !== 'long-gap') expect(said(key, { ...rest, language })).not.toMatch(/\d/);
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

test.each([
  { key: 'below-60', words: 'Mae tua 7 yn dod fel arfer; daeth 4, 5 a 3 i’r tri chyfarfod diwethaf.' },
  { key: 'few-likely', words: 'Mae tua 4 o bobl yn debygol o ddod i’r cyfarfod nesaf.' },
  { key: 'long-gap', words: 'Roedd 2 wythnos rhwng cyfarfodydd; yn ddiweddar bu bwlch o 5 wythnos.' },
  { key: 'nobody-new', words: 'Neb newydd ers Mawrth 2026.' },
  {
    key: 'registers-missing',
    words: 'Mae 3 cofrestr o’r 6 ddiwethaf ar goll, felly does dim llawer y tu ôl i hyn.',
  },
] as const)('$key is said in Welsh', ({ key, words }) => {
  expect(said(key, { ...figures, language: 'cy' })).toBe(words);
});

test('a nudge keeps the figures that its reason needs', () => {
  expect(MessageFigures.parse({ ...figures, key: 'few-likely' })).toEqual({ ...figures, key: 'few-likely' });
});
