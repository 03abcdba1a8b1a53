import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { alertCauses } from './causes.js';
import { nextStepsFor } from './next-steps.js';
import type { Verdict } from './verdicts.js';
import { countVerdicts, rulesOf } from './verdicts.js';

test('a verdict counts for the cause and for each reason once', () => {
  const keys = [
    { key: 'below-60' },
    { key: 'marks-changed' },
    { key: 'below-60' },
    { key: 'silent' },
  ] as const;
  expect(rulesOf('fading', keys)).toEqual(['fading', 'below-60', 'silent']);
  expect(rulesOf('help-asked', [{ key: 'help-asked' }])).toEqual(['help-asked']);
});

test('counts stand by rule', () => {
  expect(
    countVerdicts([
      { verdict: 'useful', rules: ['fading', 'below-60'] },
      { verdict: 'wrong', rules: ['fading', 'silent'] },
      { verdict: 'not-useful', rules: ['fading'] },
    ]),
  ).toEqual([
    { rule: 'fading', useful: 1, notUseful: 1, wrong: 1 },
    { rule: 'below-60', useful: 1, notUseful: 0, wrong: 0 },
    { rule: 'silent', useful: 0, notUseful: 0, wrong: 1 },
  ]);
});

test('no verdict is lost and none counts twice', () => {
  const given = fc.array(
    fc.record({
      verdict: fc.constantFrom<Verdict>('useful', 'not-useful', 'wrong'),
      rules: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 }),
    }),
  );
  fc.assert(
    fc.property(given, (all) => {
      const sum = (rule: string) => all.filter(({ rules }) => rules.includes(rule)).length;
      for (const { rule, useful, notUseful, wrong } of countVerdicts(all))
        expect(useful + notUseful + wrong).toBe(sum(rule));
    }),
  );
});

test.each(alertCauses)('%s comes with something that can be done', (cause) =>
  expect(nextStepsFor(cause).length).toBeGreaterThanOrEqual(2),
);
