import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { someMeetings, type Evening } from '../../../../../tests/support/a-history.js';
import { addDays, weekday } from '../calendar/civil-date.js';
import { assessGroup } from './assess-group.js';
import type { GroupHistory, MeetingFact, Rest, Thresholds } from './facts.js';
import { fitted } from './fitted.js';
import type { LivedGroup, Told } from './lived/lived-group.js';
import { whatFollowed } from './lived/what-followed.js';
import { replayMeetings } from './replay.js';
import { replayer } from './replay-live.js';

const monday = '2026-03-02';
const week = (n: number): string => addDays(monday, 7 * n);
const shipped = fitted.thresholds;

const aLivedGroup = (over: Partial<LivedGroup> & { readonly history: GroupHistory }): LivedGroup => ({
  ...{ told: [], closedOn: null, resolved: [], carriesOnFrom: null },
  ...over,
});

const held = ({ meetingId }: MeetingFact, at: string): Told => ({ at, name: 'meeting.held.v1', meetingId });

const aWeekly = (evenings: readonly Evening[], rests: readonly Rest[] = []): GroupHistory => ({
  ...{ cadence: 'weekly', meetings: someMeetings(evenings, { from: monday }), rests },
});

const stepsOf = (lived: LivedGroup, today: string, marks: Thresholds = shipped) =>
  replayer(lived, today)(marks).steps.map(({ on, from, to }) => `${on} ${from} -> ${to}`);

describe('an imported history', () => {
  test('counts as written down on its days, and is listened for every Monday between them', () => {
    const lived = aLivedGroup({ history: aWeekly([9, 9, 9, 9, 9, 9]) });
    const { flags, alerts } = replayer(lived, week(20))(shipped);
    expect(flags).toMatchObject([{ on: week(10), reasonKeys: ['long-silent'], until: null }]);
    expect(alerts).toMatchObject([{ cause: 'gone-quiet', openedOn: week(10), endedOn: null }]);
  });

  test('is not looked at on Mondays of a break, nor after its end', () => {
    const rests = [{ from: week(6), until: week(14) }];
    const resting = aLivedGroup({ history: aWeekly([9, 9, 9, 9, 9, 9], rests) });
    expect(stepsOf(resting, week(13))).toEqual([`${week(3)} null -> steady`, `${week(6)} steady -> null`]);
    const closed = aLivedGroup({ history: aWeekly([9, 9, 9, 9, 9, 9]), closedOn: week(7) });
    expect(stepsOf(closed, week(30)).at(-1)).toBe(`${week(7)} steady -> null`);
  });
});

describe('a register that was written down late', () => {
  const history = aWeekly([9, 9, 9, 9, 9, 9]);
  const [last] = history.meetings.slice(-1) as [MeetingFact];
  const late = `${week(11)}T20:00`;
  const mondays = [6, 7, 8, 9, 10, 11].map((n): Told => ({ at: `${week(n)}T07:00`, name: 'silence.due.v1' }));
  const told = [
    ...history.meetings.slice(0, -1).map((meeting) => held(meeting, `${meeting.on}T20:00`)),
    ...mondays,
    held(last, late),
  ];

  test('is not known before: until then the group was silent', () => {
    const { flags } = replayer(aLivedGroup({ history, told }), week(12))(shipped);
    expect(flags).toMatchObject([{ on: week(9), until: null }]);
  });

  test('is never known before its own meeting, whatever the clock said', () => {
    const early = told.map((it) => (it.at === late ? { ...it, at: `${week(1)}T20:00` } : it));
    const { steps } = replayer(aLivedGroup({ history, told: early }), week(5))(shipped);
    expect(steps.map(({ on }) => on)).toEqual([week(3)]);
  });
});

test('what people settled opens again only when its cause comes back', () => {
  const history = aWeekly([9, 9, 9, 9, 9, 9]);
  const at = `${week(12)}T10:00`;
  const lived = aLivedGroup({ history, resolved: [{ cause: 'gone-quiet', at }] });
  expect(replayer(lived, week(20))(shipped).alerts).toMatchObject([
    { cause: 'gone-quiet', openedOn: week(10), endedOn: week(12), endedBecause: 'resolved' },
  ]);
});

test('a group whose people meet elsewhere is not called silent from the day on that this is known', () => {
  const history = aWeekly([9, 9, 9, 9, 9, 9]);
  const lived = aLivedGroup({ history, carriesOnFrom: `${week(7)}T12:00` });
  expect(replayer(lived, week(30))(shipped).flags).toEqual([]);
});

test.each([
  { then: [9, 9], closedOn: null, rests: [], followed: 'met-again' },
  { then: [2, 2], closedOn: null, rests: [], followed: 'few-came' },
  { then: [], closedOn: null, rests: [], followed: 'went-quiet' },
  { then: [9], closedOn: week(10), rests: [], followed: 'closed' },
  { then: [9], closedOn: null, rests: [{ from: week(9), until: null }], followed: 'rested' },
] as const)('after a flag: $followed', ({ then, closedOn, rests, followed }) => {
  const history = aWeekly([9, 9, 9, 9, 9, 9, ...then], rests);
  expect(whatFollowed({ on: week(5), until: null }, { history, closedOn }, week(40))).toBe(followed);
  const nothingYet = { history: aWeekly([9]), closedOn: null };
  expect(whatFollowed({ on: week(5), until: null }, nothingYet, week(9))).toBe('too-soon');
});

test('a group that meets while its flag still holds has not simply met on before the eight weeks are over', () => {
  const meeting = { history: aWeekly([9, 9, 9, 9, 9, 9, 5, 5]), closedOn: null };
  expect(whatFollowed({ on: week(5), until: null }, meeting, week(8))).toBe('too-soon');
  expect(whatFollowed({ on: week(5), until: week(7) }, meeting, week(8))).toBe('met-again');
  expect(whatFollowed({ on: week(5), until: null }, meeting, week(13))).toBe('met-again');
});

const evening: fc.Arbitrary<Evening> = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 12 }) },
  { weight: 2, arbitrary: fc.nat({ max: 2 }) },
  { weight: 1, arbitrary: fc.constantFrom<Evening>('cancelled', 'lost', 'planned') },
);
const someMarks: fc.Arbitrary<Thresholds> = fc
  .record({
    fadingScore: fc.double({ min: 0.05, max: 0.5, noNaN: true }),
    fewLatelyShare: fc.double({ min: 0.4, max: 0.7, noNaN: true }),
    silentDays: fc.integer({ min: 14, max: 60 }),
    silentGaps: fc.integer({ min: 1, max: 4 }),
  })
  .map((some) => ({ ...shipped, ...some, watchScore: Math.min(shipped.watchScore, some.fadingScore) }));

/** A history whose registers are imported, lived up to some day; weeks without a register are silence. */
const someLives = fc
  .record({
    evenings: fc.array(evening, { minLength: 1, maxLength: 30 }),
    everyDays: fc.integer({ min: 3, max: 35 }),
    welcomesNew: fc.boolean(),
    quietDays: fc.nat({ max: 120 }),
  })
  .map(({ evenings, everyDays, welcomesNew, quietDays }) => {
    const meetings = someMeetings(evenings, { from: monday, everyDays });
    const history = { cadence: 'monthly', meetings, rests: [], welcomesNew } as const;
    const today = addDays(meetings.at(-1)?.on ?? monday, quietDays);
    return { history, today, lived: aLivedGroup({ history }) };
  });

test('its level after each register and Monday is what judging the history of that day gives', () => {
  fc.assert(
    fc.property(someLives, someMarks, ({ history, today, lived }, marks) => {
      const { steps } = replayer(lived, today)(marks);
      const levelOn = (day: string) => steps.findLast(({ on }) => on <= day)?.to ?? null;
      const firstOn = history.meetings.find(({ outcome }) => outcome !== 'planned')?.on ?? '9999';
      const registers = history.meetings.filter(({ outcome, on }) => outcome !== 'planned' && on <= today);
      const days = new Set(registers.map(({ on }) => on));
      if (firstOn !== '9999')
        for (let day = addDays(firstOn, 8 - weekday(firstOn)); day <= today; day = addDays(day, 7))
          days.add(day);
      for (const day of days) {
        const known = { ...history, meetings: history.meetings.filter(({ on }) => on <= day) };
        expect(`${day} ${levelOn(day)}`).toBe(`${day} ${assessGroup(known, day, marks).level}`);
      }
    }),
    { numRuns: 60 },
  );
});

test('what happens later never changes what was replayed before', () => {
  fc.assert(
    fc.property(someLives, fc.nat({ max: 300 }), ({ lived, history, today }, days) => {
      const day = addDays(monday, days);
      const known = { ...history, meetings: history.meetings.filter(({ on }) => on <= day) };
      const short = replayer({ ...lived, history: known }, day)(shipped);
      const long = replayer(lived, today > day ? today : day)(shipped);
      expect(long.steps.filter(({ on }) => on <= day)).toEqual(short.steps);
    }),
  );
});

test('with every register on its evening and no Monday of silence, its steps are those of the readings', () => {
  const history = aWeekly([9, 9, 9, 9, 9, 9, 4, 3, 2, 2, 9, 9, 9, 9]);
  const readings = replayMeetings(history);
  const rises = readings.filter(({ level }, n) => level !== (readings[n - 1]?.level ?? null));
  expect(stepsOf(aLivedGroup({ history }), week(13)).map((step) => step.split(' ')[0])).toEqual(
    rises.map(({ on }) => on),
  );
});
