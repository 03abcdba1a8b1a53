import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Forecast } from './founding-forecast.js';
import { foundingForecast } from './founding-forecast.js';
import type { FoundingWish } from './founding-wish.js';
import { distances, interests, looks, slots, ways } from './founding-wish.js';

const yes = (rest: Partial<FoundingWish> = {}): FoundingWish => ({
  ...{ interest: 'yes', distance: 'near', times: ['tue-evening'], wouldHost: false, way: 'in-person' },
  ...rest,
});
const times = (count: number, wish: FoundingWish) => Array.from({ length: count }, () => wish);
const forecast = (...wishes: FoundingWish[]) => foundingForecast({ wishes, minimum: 4, by: 'in-person' });

type Told = Exclude<Forecast, { looks: 'too-few-answers' }>;
function told(forecastOf: Forecast): Told {
  if (forecastOf.looks === 'too-few-answers') throw new Error('too few answers');
  return forecastOf;
}

describe('a founding forecast', () => {
  test('says nothing about two people', () => {
    expect(forecast(yes(), yes())).toEqual({ answers: 2, looks: 'too-few-answers' });
    expect(forecast(yes(), yes(), yes({ interest: 'no' })).looks).toBe('unlikely');
  });

  test('of ten near each other with one evening in common looks likely, and names that evening', () => {
    const it = told(forecast(yes({ wouldHost: true }), ...times(9, yes())));
    expect(it).toMatchObject({ looks: 'likely', atBest: { likely: 7 }, missing: [], otherWay: undefined });
    expect(it.bestTimes[0]?.slot).toBe('tue-evening');
    expect(it.atBest.low).toBeGreaterThanOrEqual(4);
    expect(it.atBest.high).toBeLessThanOrEqual(10);
  });

  test('gives a range, because the chances are judged and not measured', () => {
    expect(told(forecast(...times(8, yes()))).atBest).toEqual({ likely: 6, low: 3, high: 8 });
  });

  test('counts on about half of a mixed group, as those do who invite by letter', () => {
    const mixed = [
      ...times(4, yes()),
      ...times(3, yes({ distance: 'some-way', times: [] })),
      yes({ distance: 'far' }),
    ];
    const { likely } = told(forecast(...mixed)).atBest;
    expect(likely / mixed.length).toBeGreaterThanOrEqual(0.4);
    expect(likely / mixed.length).toBeLessThanOrEqual(0.65);
  });

  test.each<readonly [string, readonly FoundingWish[], readonly string[]]>([
    ['nobody would host', times(10, yes()), ['no-host']],
    ['they are three', [yes({ wouldHost: true }), ...times(2, yes())], ['too-few']],
    [
      'they have no time in common',
      [
        yes({ wouldHost: true }),
        ...(['mon-morning', 'wed-evening', 'sat-morning', 'sun-evening', 'thu-morning'] as const).flatMap(
          (slot) => times(2, yes({ times: [slot] })),
        ),
      ],
      ['no-common-time'],
    ],
    [
      'they live far apart',
      times(8, yes({ wouldHost: true, distance: 'far', way: 'in-person' })),
      ['too-far'],
    ],
    [
      'they live far apart and could meet online',
      times(8, yes({ wouldHost: true, distance: 'far', way: 'either' })),
      ['too-far', 'online-may-help'],
    ],
  ])('says what is missing when %s', (_, wishes, missing) => {
    expect(told(forecast(...wishes)).missing).toEqual(missing);
  });

  test('says how many more would come online, without calling the room wrong', () => {
    const it = told(forecast(...times(8, yes({ wouldHost: true, distance: 'far', way: 'either' }))));
    expect(it).toMatchObject({
      by: 'in-person',
      atBest: { likely: 2 },
      otherWay: { by: 'online', likely: 6 },
    });
  });

  test('names times that people asked for, and none that suits far fewer', () => {
    const two = told(
      forecast(
        ...times(5, yes()),
        ...times(4, yes({ times: ['sat-morning', 'tue-evening'] })),
        yes({ times: ['mon-morning'] }),
      ),
    );
    expect(two.bestTimes.map(({ slot }) => slot)).toEqual(['tue-evening']);
    const silent = told(forecast(...times(8, yes({ times: [] }))));
    expect([silent.bestTimes, silent.atBest.likely]).toEqual([[], 3]);
  });

  test('of people who all say no names no time', () => {
    expect(told(forecast(...times(5, yes({ interest: 'no' }))))).toMatchObject({
      ...{ looks: 'unlikely', atBest: { likely: 0, low: 0, high: 0 }, bestTimes: [] },
    });
  });
});

const aWish: fc.Arbitrary<FoundingWish> = fc.record({
  interest: fc.constantFrom(...interests),
  distance: fc.option(fc.constantFrom(...distances), { nil: undefined }),
  times: fc.uniqueArray(fc.constantFrom(...slots), { maxLength: 6 }),
  wouldHost: fc.option(fc.boolean(), { nil: undefined }),
  way: fc.option(fc.constantFrom(...ways), { nil: undefined }),
});
const facts = fc.record({
  wishes: fc.array(aWish, { maxLength: 18 }),
  minimum: fc.integer({ min: 2, max: 10 }),
  by: fc.constantFrom('in-person' as const, 'online' as const),
});
const rank = ({ looks: it }: Forecast) => (it === 'too-few-answers' ? -1 : looks.indexOf(it));

describe('whatever people wish', () => {
  test('the order in which slips are read does not matter', () => {
    fc.assert(
      fc.property(
        facts.chain((it) =>
          fc.tuple(fc.constant(it), fc.shuffledSubarray([...it.wishes], { minLength: it.wishes.length })),
        ),
        ([it, shuffled]) =>
          expect(foundingForecast({ ...it, wishes: shuffled })).toEqual(foundingForecast(it)),
      ),
    );
  });

  test('one more yes never makes a group look less viable', () => {
    fc.assert(
      fc.property(facts, aWish, (it, wish) => {
        const before = foundingForecast(it);
        const after = foundingForecast({ ...it, wishes: [...it.wishes, { ...wish, interest: 'yes' }] });
        expect(rank(after)).toBeGreaterThanOrEqual(rank(before));
      }),
    );
  });

  test('the likely number lies in its range, and never more come than would like to', () => {
    fc.assert(
      fc.property(facts, (it) => {
        const forecastOf = foundingForecast(it);
        if (forecastOf.looks === 'too-few-answers') return;
        const willing = it.wishes.filter(({ interest }) => interest === 'yes' || interest === 'maybe').length;
        const { low, likely, high } = forecastOf.atBest;
        expect([low, likely, high]).toEqual([low, likely, high].toSorted((a, b) => a - b));
        expect(high).toBeLessThanOrEqual(willing);
      }),
    );
  });

  test('a slip that says no changes no figure', () => {
    fc.assert(
      fc.property(facts, aWish, (it, wish) => {
        const before = foundingForecast(it);
        const { answers: _, ...after } = foundingForecast({
          ...it,
          wishes: [...it.wishes, { ...wish, interest: 'no' }],
        });
        if (before.looks !== 'too-few-answers') expect({ answers: before.answers, ...after }).toEqual(before);
      }),
    );
  });
});
