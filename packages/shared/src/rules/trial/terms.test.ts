import { expect, test } from '@jest/globals';
import { ChosenTerms, TrialTerms } from './facts.js';
import { declareTerms, unitsFor } from './terms.js';
import { lastAssigned, lastLook, measureAt } from './when-measured.js';

const half = { withheldShare: 0.5, smallestEffect: 0.15, mostWeeks: 52 };

test.each([
  { chosen: half, units: 590 },
  { chosen: { ...half, smallestEffect: 0.3 }, units: 148 },
  { chosen: { ...half, withheldShare: 0.25 }, units: 786 },
])(
  'withholding $chosen.withheldShare for an effect of $chosen.smallestEffect takes $units occasions',
  ({ chosen, units }) => {
    expect(unitsFor(chosen)).toBe(units);
  },
);

test('everything is said before the start', () => {
  const terms = declareTerms('register_missing', half);
  expect(TrialTerms.parse(terms)).toEqual(terms);
  expect(terms).toMatchObject({ outcome: 'register', withinDays: 10, mostUnits: 590, minimumPerArm: 20 });
});

test.each([
  { withheldShare: 0.6 },
  { withheldShare: 0.1 },
  { smallestEffect: 0.05 },
  { mostWeeks: 4 },
  { mostWeeks: 12.5 },
  { alpha: 0.5 },
])('a site cannot choose %j', (over) => {
  expect(ChosenTerms.safeParse({ ...half, ...over }).success).toBe(false);
});

test('an occasion is measured at the midnight after its last day, in summer time too', () => {
  const asked = { offsetDays: 1, from: new Date('2026-03-28T08:00:00Z') };
  expect(measureAt(asked, { withinDays: 7 })).toEqual(new Date('2026-04-03T23:00:00Z'));
  const winter = { offsetDays: 1, from: new Date('2026-01-10T08:00:00Z') };
  expect(measureAt(winter, { withinDays: 7 })).toEqual(new Date('2026-01-17T00:00:00Z'));
});

test('the last look comes when everything that joined has been measured', () => {
  const started = new Date('2026-01-05T10:00:00Z');
  const terms = declareTerms('how_was_it', { ...half, mostWeeks: 12 });
  expect(lastAssigned(started, terms)).toEqual(new Date('2026-03-29T23:00:00Z'));
  expect(lastLook(started, terms)).toEqual(new Date('2026-04-12T23:00:00Z'));
});
