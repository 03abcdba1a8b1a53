import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/civil-date.js';
import { someMeetings, type Evening } from '../../../../../tests/support/a-history.js';
import { assessGroup, replayGroup, type Assessment } from './assess-group.js';
import {
  ClearsWhenSchema,
  levelRank,
  reportedKinds,
  ReasonSchema,
  type GroupHistory,
  type Level,
  type MeetingFact,
} from './facts.js';
import { GroupReader } from './group-reader.js';
import { replayMeetings, settingOf } from './replay.js';

const evening: fc.Arbitrary<Evening> = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 15 }) },
  { weight: 2, arbitrary: fc.nat({ max: 3 }) },
  { weight: 4, arbitrary: fc.subarray(['ann', 'bob', 'cem', 'dee', 'eve', 'fay', 'gus', 'hal']) },
  { weight: 1, arbitrary: fc.constantFrom<Evening>('cancelled', 'lost', 'planned') },
);
const someDay = fc.nat({ max: 900 }).map((days) => addDays('2025-01-06', days));
const someRests = fc.array(
  fc
    .record({ from: someDay, days: fc.option(fc.integer({ min: 1, max: 90 }), { freq: 9 }) })
    .map(({ from, days }) => ({
      from,
      until: days === null ? null : addDays(from, days),
    })),
  { maxLength: 3 },
);
const someReports = fc.array(
  fc
    .record({ kind: fc.constantFrom(...reportedKinds), on: someDay, days: fc.option(fc.nat({ max: 60 })) })
    .map(({ kind, on, days }) => ({ kind, on, until: days === null ? null : addDays(on, days) })),
  { maxLength: 2 },
);
const someRoles = fc.array(
  fc.record({ on: someDay, holders: fc.nat({ max: 4 }), contacts: fc.nat({ max: 2 }) }),
  { maxLength: 3 },
);
const byDay = <T extends { readonly on: string }>(facts: readonly T[]): T[] =>
  [...facts].sort((a, b) => (a.on < b.on ? -1 : 1));
const someHistory: fc.Arbitrary<GroupHistory> = fc.record({
  reported: someReports.map(byDay),
  roles: someRoles.map(byDay),
  welcomesNew: fc.boolean(),
  cadence: fc.constantFrom(
    'weekly' as const,
    'fortnightly' as const,
    'monthly' as const,
    'irregular' as const,
  ),
  rests: someRests,
  meetings: fc
    .record({
      evenings: fc.array(evening, { maxLength: 40 }),
      from: someDay,
      everyDays: fc.integer({ min: 1, max: 40 }),
    })
    .map(({ evenings, ...pace }) => someMeetings(evenings, pace)),
});
const rank = (level: Level | null | undefined): number => (level ? levelRank(level) : 0);
const numbersIn = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(numbersIn)
      : [];
const silentDays = ({ reasons }: Assessment) => reasons.find(({ gapDays }) => gapDays !== undefined)?.gapDays;

test('cutting the history short never changes an earlier reading', () => {
  fc.assert(
    fc.property(someHistory, fc.nat({ max: 40 }), (history, length) => {
      const short = replayMeetings({ ...history, meetings: history.meetings.slice(0, length) });
      expect(replayMeetings(history).slice(0, short.length)).toEqual(short);
    }),
  );
});

test('reading one meeting after the other gives what a replay of each beginning gives, to the last bit', () => {
  fc.assert(
    fc.property(someHistory, someDay, (history, today) => {
      const reader = new GroupReader(settingOf(history));
      const recorded = history.meetings.filter(({ outcome }) => outcome !== 'planned');
      for (const [place, meeting] of recorded.entries()) {
        const beginning = replayMeetings({ ...history, meetings: recorded.slice(0, place + 1) });
        expect(reader.read(meeting)).toEqual(beginning.at(-1));
      }
      expect(replayGroup(history).assessOn(today)).toEqual(assessGroup(history, today));
    }),
  );
});

/** Numbers and dates that leave nothing to wait for, and what the group says: they may raise a level by more than one step. */
const hardFacts: readonly string[] = [
  'under-3',
  'dates-missed',
  ...reportedKinds,
  'roles-vacant',
  'nobody-new',
];

test('a level rises by one step at a meeting, unless a hard fact speaks', () => {
  fc.assert(
    fc.property(someHistory, (history) => {
      let before = 0;
      for (const { level, reasons } of replayMeetings(history)) {
        if (!reasons.some(({ key }) => hardFacts.includes(key)))
          expect(rank(level) - before).toBeLessThanOrEqual(1);
        before = rank(level);
      }
    }),
    { numRuns: 300 },
  );
});

test('one odd meeting in a steady group never raises two levels', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 12 }), fc.nat({ max: 29 }), evening, (usual, odd, what) => {
      const evenings = Array.from({ length: 30 }, (_, n): Evening => (n === odd ? what : usual));
      const readings = replayMeetings({ cadence: 'weekly', rests: [], meetings: someMeetings(evenings) });
      expect(Math.max(...readings.map(({ level }) => rank(level)))).toBeLessThanOrEqual(1);
    }),
  );
});

test('a missing register changes no rule about numbers, and raises no level', () => {
  const aboutNumbers = (history: GroupHistory) => {
    const reading = replayMeetings(history).at(-1);
    const reader = new GroupReader(settingOf(history));
    for (const meeting of history.meetings) reader.read(meeting);
    const { evidence } = reader;
    return {
      level: rank(reading?.level),
      counts: evidence.counts,
      on: evidence.latestCountOn,
      tooFew: evidence.tooFew,
    };
  };
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 12 }), { minLength: 4, maxLength: 30 }),
      fc.nat({ max: 200 }),
      (counts, later) => {
        const meetings = someMeetings(counts);
        const lost: MeetingFact = {
          meetingId: 'lost',
          on: addDays('2026-10-01', later),
          outcome: 'missing',
          headcount: null,
        };
        const before = aboutNumbers({ cadence: 'weekly', rests: [], meetings });
        const after = aboutNumbers({ cadence: 'weekly', rests: [], meetings: [...meetings, lost] });
        expect({ ...after, level: 0 }).toEqual({ ...before, level: 0 });
        expect(after.level).toBeLessThanOrEqual(before.level);
      },
    ),
  );
});

test('a missing register leaves the members as they were', () => {
  fc.assert(
    fc.property(someHistory, (history) => {
      const reader = new GroupReader(settingOf({ ...history, rests: [] }));
      for (const meeting of history.meetings) if (meeting.outcome !== 'planned') reader.read(meeting);
      const before = reader.score.expected();
      reader.read({ meetingId: 'lost', on: '2030-01-01', outcome: 'missing', headcount: null });
      expect(reader.score.expected()).toEqual(before);
    }),
  );
});

test('the order of the people in a register changes nothing, to the last bit', () => {
  fc.assert(
    fc.property(someHistory, (history) => {
      const turned = history.meetings.map(({ attendees, ...meeting }) =>
        attendees ? { ...meeting, attendees: [...attendees].reverse() } : meeting,
      );
      expect(replayMeetings({ ...history, meetings: turned })).toEqual(replayMeetings(history));
    }),
  );
});

test('a declared break leaves the silence as it was', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 120 }),
      fc.nat({ max: 120 }),
      fc.integer({ min: 1, max: 200 }),
      (before, after, broken) => {
        const meetings = someMeetings([8, 8, 8, 8, 8, 8]);
        const from = addDays('2026-04-07', before); // the day after the last meeting, or later
        const today = addDays(from, after);
        const withoutBreak = assessGroup({ cadence: 'weekly', rests: [], meetings }, today);
        const rests = [{ from, until: addDays(from, broken) }];
        const withBreak = assessGroup({ cadence: 'weekly', rests, meetings }, addDays(today, broken));
        expect(silentDays(withBreak)).toBe(silentDays(withoutBreak));
        expect([withBreak.level, withBreak.quiet, withBreak.noNews]).toEqual([
          withoutBreak.level,
          withoutBreak.quiet,
          withoutBreak.noNews,
        ]);
      },
    ),
  );
});

test('whatever the history: no NaN, a reason beside every raised level, and nothing that cannot be stored', () => {
  fc.assert(
    fc.property(someHistory, someDay, (history, today) => {
      for (const said of [...replayMeetings(history), assessGroup(history, today)]) {
        expect(numbersIn(said).every(Number.isFinite)).toBe(true);
        expect(rank(said.level) === 0 || said.reasons.length > 0).toBe(true);
        expect(said.reasons.map((reason) => ReasonSchema.parse(reason))).toEqual(said.reasons);
        if (said.clearsWhen !== null)
          expect(ClearsWhenSchema.parse(said.clearsWhen)).toEqual(said.clearsWhen);
        expect(rank(said.level) === 0 || said.clearsWhen !== null).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
