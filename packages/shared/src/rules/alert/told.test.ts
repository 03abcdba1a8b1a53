import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ToldCause } from './causes.js';
import { decideTold, whatIsTold } from './told.js';
import type { ToldEpisode, ToldFacts } from './told.js';

const calm: ToldFacts = {
  groupState: 'meeting',
  reports: [],
  contacts: [{ roleId: 'c1', endsOn: null }],
  lastContact: { roleId: 'c1', endedOn: '2026-01-01' },
};
const causesOf = (over: Partial<ToldFacts>) => whatIsTold({ ...calm, ...over }).map(({ cause }) => cause);

describe('what is true of a group', () => {
  test.each<{ when: string; over: Partial<ToldFacts>; causes: ToldCause[] }>([
    { when: 'nothing', over: {}, causes: [] },
    {
      when: 'what is reported',
      over: { reports: [{ id: 'r', kind: 'conflict', on: '2026-05-01' }] },
      causes: ['conflict'],
    },
    {
      when: 'not that one person carries it',
      over: { reports: [{ id: 'r', kind: 'one-carries', on: '2026-05-01' }] },
      causes: [],
    },
    {
      when: 'the only contact has an end date',
      over: { contacts: [{ roleId: 'c1', endsOn: '2026-06-30' }] },
      causes: ['contact-leaving'],
    },
    {
      when: 'one of two has an end date',
      over: {
        contacts: [
          { roleId: 'c1', endsOn: '2026-06-30' },
          { roleId: 'c2', endsOn: null },
        ],
      },
      causes: [],
    },
    { when: 'the last has gone', over: { contacts: [] }, causes: ['contact-leaving'] },
    { when: 'there never was one', over: { contacts: [], lastContact: null }, causes: [] },
    { when: 'a rest', over: { contacts: [], groupState: 'resting' }, causes: [] },
    { when: 'an end', over: { contacts: [], groupState: 'closed-well' }, causes: [] },
  ])('$when: $causes', ({ over, causes }) => expect(causesOf(over)).toEqual(causes));

  test('the record that it rests on stays the same from the announcement to the last day', () => {
    const about = (over: Partial<ToldFacts>) => whatIsTold({ ...calm, ...over })[0]?.aboutId;
    const two = [
      { roleId: 'c1', endsOn: '2026-06-30' },
      { roleId: 'c2', endsOn: '2026-07-30' },
    ];
    expect(about({ contacts: two })).toBe('c2');
    expect(about({ contacts: two.slice(1) })).toBe('c2');
    expect(about({ contacts: [], lastContact: { roleId: 'c2', endedOn: '2026-07-30' } })).toBe('c2');
  });
});

describe('whatever happens to a group', () => {
  const step = fc.record({
    groupState: fc.constantFrom<ToldFacts['groupState']>(
      'meeting',
      'meeting',
      'unknown',
      'resting',
      'closed',
    ),
    reports: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('r1', 'r2', 'r3'),
        kind: fc.constantFrom('help-asked', 'conflict', 'venue-lost'),
        on: fc.constant('2026-05-01'),
      }),
      { selector: ({ kind }) => kind, maxLength: 3 },
    ),
    contacts: fc.uniqueArray(
      fc.record({
        roleId: fc.constantFrom('c1', 'c2'),
        endsOn: fc.constantFrom(null, '2026-06-30', '2026-07-30'),
      }),
      { selector: ({ roleId }) => roleId, maxLength: 2 },
    ),
    /** A person closes whatever is open of this cause before the next fact. */
    resolves: fc.constantFrom<ToldCause | undefined>(undefined, 'conflict', 'contact-leaving', 'help-asked'),
    twice: fc.boolean(),
  });

  test('a cause never has two open episodes, and opens again only when it was untrue or rests on another record', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const all: (ToldEpisode & { state: ToldEpisode['state'] })[] = [];
        const latest = () =>
          [...new Set(all.map(({ cause }) => cause))].map(
            (cause) => all.findLast((episode) => episode.cause === cause) as ToldEpisode,
          );
        const stands = ({ state }: ToldEpisode) => state === 'open' || state === 'acknowledged';
        const close = (cause: ToldCause, state: ToldEpisode['state']) => {
          const at = all.findIndex((episode) => episode.cause === cause && stands(episode));
          if (at >= 0) all[at] = { ...(all[at] as ToldEpisode), state };
        };
        for (const { resolves, twice, ...over } of steps) {
          const facts = { ...calm, ...over };
          for (let times = twice ? 2 : 1; times > 0; times -= 1) {
            const { open, withdraw } = decideTold(facts, latest());
            if (twice && times === 1) expect([open, withdraw]).toEqual([[], []]);
            for (const { cause } of withdraw) close(cause, 'withdrawn');
            for (const { cause, aboutId } of open) {
              const before = all.findLast((episode) => episode.cause === cause);
              expect(!before || before.state === 'withdrawn' || before.aboutId !== aboutId).toBe(true);
              all.push({ cause, aboutId, state: 'open' });
            }
          }
          const standing = all.filter(stands).map(({ cause }) => cause);
          expect(new Set(standing).size).toBe(standing.length);
          const told = whatIsTold(facts).map(({ cause }) => cause);
          expect(standing.every((cause) => told.includes(cause))).toBe(true);
          if (resolves) close(resolves, 'resolved');
        }
      }),
      { numRuns: 400 },
    );
  });
});
