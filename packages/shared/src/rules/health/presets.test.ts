import { describe, expect, test } from '@jest/globals';
import { ThresholdsSchema } from './facts.js';
import { fitted } from './fitted.js';
import { preset, presetNames, presetOf, reaches, snapMarks } from './presets.js';

const shipped = fitted.thresholds;

describe('marks on their steps', () => {
  test.each(Object.entries(reaches))('%s reaches as far as the engine takes it', (name, { least, most }) => {
    const isTaken = (value: number) => ThresholdsSchema.safeParse({ ...shipped, [name]: value }).success;
    expect([least, most].map(isTaken)).toEqual([true, true]);
    expect([least - 0.001, most + 0.001].map(isTaken)).toEqual([false, false]);
  });

  test('lie on whole hundredths, tenths or numbers', () => {
    const fine = { ...shipped, fewLatelyShare: 0.61499, watchScore: 0.123456, silentGaps: 1.26 };
    expect(snapMarks(fine, shipped)).toEqual({
      ...shipped,
      ...{ fewLatelyShare: 0.61, watchScore: 0.12, silentGaps: 1.3 },
    });
  });

  test('of a preset stay as they are, however many decimals were shipped', () => {
    const finer = { ...shipped, fadingScore: 0.234567 };
    expect(snapMarks(finer, finer)).toBe(finer);
  });
});

describe('a preset', () => {
  test.each(presetNames)('%s is known again by its marks, and by nothing near them', (name) => {
    const marks = preset(name, shipped);
    expect(presetOf({ ...marks }, shipped)).toBe(name);
    expect(presetOf({ ...marks, fewLatelyShare: marks.fewLatelyShare + 1e-9 }, shipped)).toBeUndefined();
  });
});
