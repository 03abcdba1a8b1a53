import { expect, test } from '@jest/globals';
import { alertCauses } from './causes.js';
import { nextStepsFor } from './next-steps.js';
import { rulesOf } from './verdicts.js';

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

test.each(alertCauses)('%s comes with something that can be done', (cause) =>
  expect(nextStepsFor(cause).length).toBeGreaterThanOrEqual(2),
);
