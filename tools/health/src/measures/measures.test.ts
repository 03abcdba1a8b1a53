import { describe, expect, test } from '@jest/globals';
import { alarmsOf, markWithin, type Look } from './alarms.js';
import { bootstrap, differences, interval } from './bootstrap.js';
import { brier, calibrationError, constantBrier } from './calibration.js';
import { foldsOf, randomFrom, shuffled } from './random.js';
import { rankCorrelation } from './rank-correlation.js';
import { areaUnder, atCount, averagePrecision, rank } from './ranking.js';
import { withinGroupExcess } from './within-group.js';

describe('ranking', () => {
  test.each([
    { order: 'every true one above every other', scores: [4, 3, 2, 1], y: [1, 1, 0, 0], auc: 1, ap: 1 },
    { order: 'upside down', scores: [1, 2, 3, 4], y: [1, 1, 0, 0], auc: 0, ap: (1 / 3 + 2 / 4) / 2 },
    {
      order: 'one pair of four wrong',
      scores: [4, 2, 3, 1],
      y: [1, 1, 0, 0],
      auc: 0.75,
      ap: (1 + 2 / 3) / 2,
    },
    { order: 'a constant', scores: [5, 5, 5, 5], y: [1, 0, 0, 0], auc: 0.5, ap: 0.25 },
    { order: 'a tie of a true one and another', scores: [3, 2, 2, 1], y: [0, 1, 0, 0], auc: 0.5, ap: 1 / 3 },
  ])('$order', ({ scores, y, auc, ap }) => {
    expect(areaUnder(rank(scores), y)).toBeCloseTo(auc, 12);
    expect(averagePrecision(rank(scores), y)).toBeCloseTo(ap, 12);
  });

  test('a row that counts twice counts as two', () => {
    const [scores, y] = [
      [4, 2, 3, 1],
      [1, 1, 0, 0],
    ];
    const weighed = areaUnder(rank(scores), y, (row) => (row === 1 ? 2 : 1));
    expect(weighed).toBeCloseTo(areaUnder(rank([...scores, 2]), [...y, 1]), 12);
  });

  test('where nothing came true there is no answer', () => {
    expect(areaUnder(rank([1, 2]), [0, 0])).toBeNaN();
  });

  test('precision and recall at a count are of the highest scores', () => {
    expect(atCount(rank([4, 3, 2, 1]), [1, 0, 1, 1], 2)).toEqual({ precision: 0.5, recall: 1 / 3 });
  });
});

describe('calibration', () => {
  test('chances that come true as often as they say have no error', () => {
    const chances = [...Array<number>(10).fill(0.2), ...Array<number>(10).fill(0.7)];
    const y = chances.map((chance, place) => (place % 10 < chance * 10 ? 1 : 0));
    expect(calibrationError(chances, y)).toBeCloseTo(0, 12);
    expect(
      calibrationError(
        chances.map((chance) => chance + 0.05),
        y,
      ),
    ).toBeCloseTo(0.05, 12);
  });

  test('the best constant is the share that came true', () => {
    const y = [1, 0, 0, 0];
    expect(constantBrier(y)).toBeCloseTo(brier([0.25, 0.25, 0.25, 0.25], y), 12);
    expect(constantBrier(y)).toBeLessThan(brier([0.3, 0.3, 0.3, 0.3], y));
  });
});

describe('draws of groups', () => {
  const groups = [3, 3, 3, 8, 8, 5];

  test('the rows of a group come and go together, and as many groups are drawn as there are', () => {
    const seen = bootstrap(groups, (weigh) => {
      const weights = groups.map((_, row) => weigh(row));
      expect(new Set(weights.slice(0, 3)).size).toBe(1);
      expect(weights[3]).toBe(weights[4]);
      return (weights[0] ?? 0) + (weights[3] ?? 0) + (weights[5] ?? 0);
    });
    expect(new Set(seen)).toEqual(new Set([3]));
  });

  test('are the same every time, so that two measures may be subtracted draw by draw', () => {
    const rows = (weigh: (row: number) => number): number =>
      groups.reduce((sum, _, row) => sum + weigh(row), 0);
    const again = bootstrap(groups, rows);
    expect(differences(bootstrap(groups, rows), again).every((value) => value === 0)).toBe(true);
    expect(new Set(again).size).toBeGreaterThan(1);
  });

  test('the middle 95% leaves out draws without an answer', () => {
    const draws = Array.from({ length: 101 }, (_, place) => place);
    expect(interval([NaN, ...draws])).toEqual({ low: 3, high: 98 });
  });
});

test('folds hold as many groups each as can be, and every seed deals its own', () => {
  const folds = foldsOf(31, 10, 1);
  const sizes = [...Array(10).keys()].map((fold) => folds.filter((other) => other === fold).length);
  expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([3, 4]);
  expect(foldsOf(31, 10, 2)).not.toEqual(folds);
  expect(foldsOf(31, 10, 1)).toEqual(folds);
});

test('rank correlation is 1 for the same order, -1 for the opposite, and shares ranks among ties', () => {
  expect(rankCorrelation([1, 5, 9], [2, 3, 100])).toBeCloseTo(1, 12);
  expect(rankCorrelation([1, 5, 9], [3, 2, 1])).toBeCloseTo(-1, 12);
  expect(rankCorrelation([1, 1, 2, 2], [1, 2, 1, 2])).toBeCloseTo(0, 12);
});

test('shuffled outcomes leave nothing to find', () => {
  const random = randomFrom(11);
  const scores = Array.from({ length: 2000 }, random);
  const y = scores.map((score) => (score > 0.9 ? 1 : 0));
  expect(areaUnder(rank(scores), y)).toBe(1);
  expect(Math.abs(areaUnder(rank(scores), shuffled(y, random)) - 0.5)).toBeLessThan(0.05);
});

const look = (sinceEnd: number | null, episode = 1): Look => ({
  group: 1,
  episode,
  sinceEnd,
  isTwoAhead: sinceEnd !== null && sinceEnd <= -14,
  y: sinceEnd !== null && sinceEnd >= -90 ? 1 : 0,
});
const looks = [
  look(-120),
  look(-113),
  look(-106),
  look(-99),
  look(-85),
  look(-7),
  look(0),
  look(20),
  look(null, 2),
];

describe('alarms', () => {
  test('two alarms in healthy time are two false edges; one that lasts is one', () => {
    const twice = alarmsOf(looks, [true, false, true, false, false, false, false, false, false], 7);
    const lasting = alarmsOf(looks, [true, true, true, true, false, false, false, false, false], 7);
    expect(twice.falseEdges / lasting.falseEdges).toBeCloseTo(2, 12);
    expect(lasting.falseEdges).toBeCloseTo(1 / ((5 * 7) / 365.25), 12);
    expect([twice.healthyOn, lasting.healthyOn]).toEqual([2 / 5, 4 / 5]);
  });

  test('an alarm of one group is no earlier alarm of the next', () => {
    const both = alarmsOf(looks, [false, false, false, false, false, false, false, true, true], 7);
    expect(both.falseEdges).toBeCloseTo(1 / ((5 * 7) / 365.25), 12);
  });
});

test('an ending counts as flagged in the 90 days before it, and later only as flagged later', () => {
  const early = alarmsOf(
    looks,
    looks.map(({ sinceEnd }) => sinceEnd === -99),
    7,
  );
  const near = alarmsOf(
    looks,
    looks.map(({ sinceEnd }) => sinceEnd === -7),
    7,
  );
  const late = alarmsOf(
    looks,
    looks.map(({ sinceEnd }) => sinceEnd === 20),
    7,
  );
  expect([early, near, late].map(({ flaggedAhead }) => flaggedAhead)).toEqual([0, 0, 0]);
  expect(
    alarmsOf(
      looks,
      looks.map(({ sinceEnd }) => sinceEnd === -85),
      7,
    ).flaggedAhead,
  ).toBe(1);
  expect([early, near, late].map(({ flagged, flaggedLater }) => [flagged, flaggedLater])).toEqual([
    [0, 0],
    [1, 1],
    [0, 1],
  ]);
});

test('a mark is as low as the budget allows', () => {
  const scores = [0.1, 0.2, 0.3, 0.2, 0.6, 0.8, 0.9, 0.9, 0.1];
  const mark = markWithin({ looks, scores, everyDays: 7 }, { falseEdges: 0, healthyOn: 0 });
  expect(mark).toBe(0.6);
  expect(markWithin({ looks, scores, everyDays: 7 }, { falseEdges: 100, healthyOn: 1 })).toBe(0.2);
});

test('a score that rises only at the end has all the excess there can be, and one that never moves none', () => {
  const course = (score: (untilEnd: number) => number) => ({
    group: 1,
    points: Array.from({ length: 20 }, (_, place) => ({ score: score(19 - place), untilEnd: 19 - place })),
  });
  expect(withinGroupExcess([course((untilEnd) => (untilEnd < 6 ? 1 : 0))]).excess).toBeCloseTo(0.5, 12);
  expect(withinGroupExcess([course(() => 1)]).excess).toBeCloseTo(0, 12);
});
