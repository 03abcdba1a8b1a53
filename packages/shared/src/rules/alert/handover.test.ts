import { describe, expect, test } from '@jest/globals';
import type { HandoverCause } from './causes.js';
import type { HandoverFacts } from './handover.js';
import { decideHandover } from './handover.js';

const facts = (over: Partial<HandoverFacts> = {}): HandoverFacts => ({
  ...{ state: 'open', wantsNone: false, late: false, withoutPtv: false, hasPtv: false },
  ...over,
});
const decide = (over: Partial<HandoverFacts>, edges: HandoverCause[], open: HandoverCause[] = []) =>
  decideHandover(facts(over), { edges: new Set(edges), open });

describe('a handover', () => {
  test('opens an alert when somebody says so and it is so, once', () => {
    expect(decide({ late: true }, ['handover-late']).open).toEqual(['handover-late']);
    expect(decide({ late: true }, ['handover-late'], ['handover-late']).open).toEqual([]);
    expect(decide({}, ['handover-late']).open).toEqual([]);
    expect(decide({ withoutPtv: true }, ['no-ptv']).open).toEqual(['no-ptv']);
  });

  test('opens none by a look at what is still so: that may have been resolved', () =>
    expect(decide({ late: true, withoutPtv: true }, []).open).toEqual([]));

  test.each<{ over: Partial<HandoverFacts>; because: string }>([
    { over: {}, because: 'handover-caught-up' },
    { over: { late: true, state: 'signed-off' }, because: 'handover-signed-off' },
    { over: { late: true, state: 'closed' }, because: 'handover-closed' },
    { over: { late: true, state: 'declined' }, because: 'no-group-wanted' },
    { over: { late: true, wantsNone: true }, because: 'no-group-wanted' },
  ])('$because takes it back', ({ over, because }) =>
    expect(decide(over, [], ['handover-late']).withdraw).toEqual([{ cause: 'handover-late', because }]),
  );

  test('a volunteer who comes after all takes back that there is none', () =>
    expect(decide({ withoutPtv: true, hasPtv: true }, [], ['no-ptv']).withdraw).toEqual([
      { cause: 'no-ptv', because: 'volunteer-found' },
    ]));
});
