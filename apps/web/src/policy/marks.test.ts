import { describe, expect, test } from '@jest/globals';
import { PolicyThresholds } from '@followon/shared/contract/policy';
import { preset, presetNames, reaches } from '@followon/shared/rules/health/presets';
import { shipped } from './a-policy.test-support.js';
import { draftOf, markGroups, presetIn, thresholdsOf, wrongIn } from './marks.js';

/** Shipped marks change with every fit: the presets must hold for those that lie near an end. */
const fits = [
  shipped,
  {
    ...shipped,
    watchScore: 0.02,
    fadingScore: 0.02,
    atRiskScore: 0.03,
    datesMissedForFading: 1,
    silentDays: 14,
  },
  { ...shipped, watchScore: 0.8, fadingScore: 0.9, atRiskScore: 0.99, silentGaps: 6, tooFewPeople: 6 },
  { ...shipped, datesMissedForFading: 6, datesMissedForAtRisk: 8, fewLatelyShare: 0.9, lowShare: 0.95 },
];

const presets = { early: preset('early', shipped), shipped, clear: preset('clear', shipped) };

test('the boxes have the bounds and steps of the server', () => {
  for (const { name, min, max, scale, parts } of markGroups.flatMap(({ marks }) => marks))
    expect({ name, least: min / scale, most: max / scale, parts }).toEqual({ name, ...reaches[name] });
});

describe.each(presetNames)('the preset %s', (name) => {
  test.each(fits)('is a set of marks that the server takes: %#', (fit) => {
    expect(PolicyThresholds.safeParse(preset(name, fit)).error).toBeUndefined();
  });

  test('is known again by what stands in the boxes, and survives the way through them', () => {
    const marks = preset(name, shipped);
    expect(presetIn(draftOf(marks), presets)).toBe(name);
    expect(thresholdsOf(draftOf(marks), shipped)).toEqual(marks);
  });
});

test('early speaks before shipped, and clear after it', () => {
  const [early, clear] = [preset('early', shipped), preset('clear', shipped)];
  expect(early.silentDays).toBeLessThan(shipped.silentDays);
  expect(early.fadingScore).toBeLessThan(shipped.fadingScore);
  expect(early.fewLatelyShare).toBeGreaterThan(shipped.fewLatelyShare);
  expect(clear.silentDays).toBeGreaterThan(shipped.silentDays);
  expect(clear.datesMissedForFading).toBeGreaterThan(shipped.datesMissedForFading);
});

test('untouched boxes give the shipped marks exactly, however many decimals these have', () => {
  const fine = { ...shipped, fadingScore: 0.123456 };
  expect(thresholdsOf(draftOf(fine), fine)).toBe(fine);
});

test('what is typed goes to its step, as the server keeps it', () => {
  const typed = { ...draftOf(shipped), lowShare: '71.4', silentGaps: '2.26' };
  expect(thresholdsOf(typed, shipped)).toEqual({ ...shipped, lowShare: 0.71, silentGaps: 2.3 });
});

test.each([
  { silentDays: '' },
  { silentDays: '13' },
  { silentDays: 'soon' },
  { lowShare: '96' },
  { tooFewPeople: '1' },
])('a box without a fitting number needs another look: %j', (typed) => {
  const wrong = wrongIn({ ...draftOf(shipped), ...typed });
  expect(wrong.map(({ field }) => field)).toEqual(Object.keys(typed));
  expect(wrong[0]?.words).toMatch(/type a number from \d+ to \d+\.$/);
});
