import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { someMeetings } from '../../../../../tests/support/a-history.js';
import { enoughPeople } from './enough-people.js';
import { levelRank, type MeetingFact } from './facts.js';
import { fitted } from './fitted.js';
import { GroupReader } from './group-reader.js';
import { settingOf } from './replay.js';

const standingAfter = (meetings: readonly MeetingFact[]) => {
  const reader = new GroupReader(settingOf({ cadence: 'weekly', rests: [], meetings }));
  for (const meeting of meetings) reader.read(meeting);
  return reader.standing;
};

test('ten used to come, then six, five and five: seven at two meetings are enough', () => {
  expect(
    enoughPeople(
      { counts: [10, 10, 10, 10, 10, 10, 6, 5, 5], latestCountOn: '2026-05-04' },
      fitted.thresholds,
    ),
  ).toBe(7);
});

test('two meetings with as many people as it says, or some with the usual number, bring the level down', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 15 }), { minLength: 6, maxLength: 24 }),
      fc.boolean(),
      (counts, isWinter) => {
        // The season must not change within the meetings that matter.
        const pace = { from: isWinter ? '2026-11-15' : '2026-06-01', everyDays: 1 };
        const { level, clearsWhen, calm } = standingAfter(someMeetings(counts, pace));
        const enough = clearsWhen?.headcount;
        fc.pre(enough !== undefined && calm === 0); // later, one of the two meetings is already behind us
        fc.pre(levelRank(level) >= levelRank('fading')); // what is only watched is said to nobody
        const meetings = clearsWhen?.key === 'two-meetings-with' ? 2 : 20;
        const after = standingAfter(someMeetings([...counts, ...Array<number>(meetings).fill(enough)], pace));
        expect(levelRank(after.level)).toBeLessThan(levelRank(level));
      },
    ),
    { numRuns: 500 },
  );
});

test('nobody is asked for more people than usually come', () => {
  const read = (counts: readonly number[]) => standingAfter(someMeetings(counts, { from: '2026-03-02' }));
  expect(read([8, 8, 8, 8, 8, 8, 3, 0, 3]).clearsWhen).toEqual({ key: 'some-meetings-with', headcount: 8 });
  expect(read([10, 10, 10, 10, 10, 10, 6, 5, 5]).clearsWhen).toEqual({
    key: 'two-meetings-with',
    headcount: 7,
  });
});
