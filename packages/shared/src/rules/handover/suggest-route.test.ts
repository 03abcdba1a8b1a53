import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isChoosable, routeFits } from './route-fits.js';
import { chosenRoutes } from './routes.js';
import type { SuggestionFacts } from './suggest-route.js';
import { possibleRoutes, suggestRoute, suggestWithoutPartner } from './suggest-route.js';

const asked = (interest: Partial<SuggestionFacts['interest']>, rest: Partial<SuggestionFacts> = {}) => ({
  ...{
    interest: { yes: 0, maybe: 0, no: 0, otherKind: 0, ...interest },
    minimum: 4,
    mode: 'in-person' as const,
  },
  ...{ hasPartner: false, hasGroup: false, isWelcomeSomewhere: false },
  ...rest,
});
const partner = { hasPartner: true };
const welcome = { hasGroup: true, isWelcomeSomewhere: true };

test.each([
  [asked({ yes: 6 }), 'new', ['enough-say-yes']],
  [asked({ yes: 2, maybe: 2 }), 'new', ['enough-with-maybe']],
  [asked({ yes: 6 }, { mode: 'online' }), 'online', ['enough-say-yes', 'programme-was-online']],
  [asked({ yes: 6 }, { mode: 'hybrid' }), 'hybrid', ['enough-say-yes', 'programme-was-hybrid']],
  [asked({ yes: 6 }, { minimum: 8 }), 'buddy', ['fewer-than-minimum', 'enough-for-company']],
  [asked({ yes: 3 }, { ...partner, ...welcome }), 'merge', ['fewer-than-minimum', 'another-programme-ends']],
  [asked({ yes: 3 }, welcome), 'join', ['fewer-than-minimum', 'a-group-welcomes-people']],
  [asked({ yes: 3 }, { hasGroup: true }), 'buddy', ['fewer-than-minimum', 'enough-for-company']],
  [asked({ maybe: 1 }, partner), 'merge', ['one-person', 'another-programme-ends']],
  [asked({ yes: 1 }, welcome), 'join', ['one-person', 'a-group-welcomes-people']],
  [asked({ yes: 1 }), 'none', ['one-person']],
  [asked({ no: 9 }, { ...partner, ...welcome }), 'none', ['nobody-would-come']],
  [asked({ yes: 5, otherKind: 2 }), 'new', ['enough-say-yes', 'some-want-another-kind']],
])('%j: %s, because %j', (facts, route, reasons) => {
  expect(suggestRoute(facts)).toEqual({ route, reasons });
});

test.each([
  [asked({ yes: 3 }, welcome), 'join'],
  [asked({ yes: 3 }, { hasGroup: true }), 'buddy'],
  [asked({ yes: 1 }), 'none'],
  [{ ...asked({}), interest: undefined }, 'buddy'],
] as const)('whoever waited for another programme in vain may go on otherwise: %j', (facts, route) => {
  expect(suggestWithoutPartner({ ...facts, ...partner })).toBe(route);
});

describe('a route with few people', () => {
  test.each(['new', 'online', 'hybrid'] as const)(
    '%s may be chosen by a group that knows it is few',
    (route) => {
      const few = routeFits(route, asked({ yes: 2, maybe: 1 }));
      expect(few).toEqual({ fit: 'insist', because: 'fewer-than-minimum' });
      expect([isChoosable(few, false), isChoosable(few, true)]).toEqual([false, true]);
      expect(routeFits(route, asked({ yes: 3, maybe: 1 }))).toEqual({ fit: 'yes' });
    },
  );

  test.each(['new', 'online', 'hybrid', 'buddy'] as const)(
    '%s needs two, whatever one person wants',
    (route) => {
      const alone = routeFits(route, asked({ yes: 1, no: 8 }));
      expect(alone).toEqual({ fit: 'refused', because: 'one-person' });
      expect(isChoosable(alone, true)).toBe(false);
      expect(isChoosable(routeFits(route, asked({ yes: 2 })), true)).toBe(true);
    },
  );

  test('merging needs a partner or the patience to wait for one, joining needs a group', () => {
    expect(routeFits('merge', asked({ yes: 1 }))).toEqual({ fit: 'insist', because: 'no-partner' });
    expect(routeFits('join', asked({ yes: 1 }))).toEqual({ fit: 'refused', because: 'no-group' });
    expect(routeFits('merge', asked({ yes: 1 }, partner))).toEqual({ fit: 'yes' });
    expect(routeFits('join', asked({ yes: 1 }, welcome))).toEqual({ fit: 'yes' });
  });

  test('nothing is known against a route while nobody has counted', () => {
    const uncounted = { ...asked({}), interest: undefined };
    for (const route of ['new', 'online', 'hybrid', 'buddy', 'none'] as const)
      expect(routeFits(route, uncounted)).toEqual({ fit: 'yes' });
  });
});

const count = fc.integer({ min: 0, max: 30 });
const anyFacts = fc.record({
  interest: fc.record({ yes: count, maybe: count, no: count, otherKind: count }),
  minimum: fc.integer({ min: 2, max: 20 }),
  mode: fc.constantFrom('in-person' as const, 'online' as const, 'hybrid' as const),
  ...{ hasPartner: fc.boolean(), hasGroup: fc.boolean(), isWelcomeSomewhere: fc.boolean() },
});

test('what is suggested always fits without insisting', () => {
  fc.assert(fc.property(anyFacts, (facts) => routeFits(suggestRoute(facts).route, facts).fit === 'yes'));
});

test('one more yes makes no route fit worse', () => {
  const rank = { refused: 0, insist: 1, yes: 2 };
  const more = ({ interest, ...facts }: SuggestionFacts) => ({
    ...facts,
    interest: { ...interest, yes: interest.yes + 1 },
  });
  fc.assert(
    fc.property(anyFacts, fc.constantFrom(...chosenRoutes), (facts, route) => {
      expect(rank[routeFits(route, more(facts)).fit]).toBeGreaterThanOrEqual(
        rank[routeFits(route, facts).fit],
      );
    }),
  );
});

test('there is always a way on: no group can be chosen by anybody', () => {
  fc.assert(
    fc.property(anyFacts, (facts) =>
      possibleRoutes(facts).some(({ route, fit }) => route === 'none' && fit === 'yes'),
    ),
  );
});
