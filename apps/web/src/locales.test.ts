import { describe, expect, test } from '@jest/globals';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import cy from './locales/cy.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };

const english: Readonly<Record<string, string>> = en;
const welsh: Readonly<Record<string, string>> = cy;

/** How a group is doing, and why: what is said in every language. */
const EXPLAINED = /^(reason|clears|level|group\.state|state|turnout|ribbon|language\.part)(\.|$)/;
const explained = Object.keys(english).filter((key) => EXPLAINED.test(key));

type Token = string | readonly [string, string?, Readonly<Record<string, unknown>>?];
interface Argument {
  readonly name: string;
  readonly kind: string;
  readonly cases: readonly string[];
}

function argumentsOf(message: unknown): readonly Argument[] {
  if (!Array.isArray(message)) return [];
  return (message as readonly Token[]).flatMap((token) => {
    if (typeof token === 'string') return [];
    const [name, kind = 'value', cases = {}] = token;
    return [{ name, kind, cases: Object.keys(cases) }, ...Object.values(cases).flatMap(argumentsOf)];
  });
}

const argumentsIn = (words: string): readonly Argument[] =>
  argumentsOf(compileMessage(words)).filter(({ name }) => name !== '#');
const namesIn = (words: string): readonly string[] =>
  [...new Set(argumentsIn(words).map(({ name }) => name))].sort();

test('the explanations are all in Welsh, and nothing else is', () => {
  expect(explained.length).toBeGreaterThan(90);
  expect(Object.keys(welsh).sort()).toEqual([...explained].sort());
});

describe.each(explained)('%s', (key) => {
  test('leaves room for the same numbers, names and dates in both languages', () => {
    expect(namesIn(welsh[key] ?? '')).toEqual(namesIn(english[key] ?? ''));
  });
});

test('wherever Welsh counts, it has the six forms of its plural', () => {
  const counted = Object.values(welsh)
    .flatMap(argumentsIn)
    .filter(({ kind }) => kind === 'plural');
  expect(counted.length).toBeGreaterThan(15);
  for (const { cases } of counted)
    expect(cases.filter((one) => one !== 'offset').sort()).toEqual([
      'few',
      'many',
      'one',
      'other',
      'two',
      'zero',
    ]);
});

test('Welsh says something of its own, with no word that judges', () => {
  const same = explained.filter((key) => welsh[key] === english[key]);
  expect(same).toEqual(['turnout.table.unknown', 'ribbon.change']);
  for (const words of Object.values(welsh))
    expect(words).not.toMatch(/methu|methiant|dirywi|risg|sgôr|absenol|%|y cant|!|'/i);
});
