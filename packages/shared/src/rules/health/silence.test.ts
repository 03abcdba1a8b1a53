import { describe, expect, test } from '@jest/globals';
import { aHistory, meetingId } from '../../../../../tests/support/a-history.js';
import { addDays } from '../calendar/civil-date.js';
import { assessGroup } from './assess-group.js';
import type { GroupHistory } from './facts.js';

const daysAfter = (history: GroupHistory, days: number) =>
  assessGroup(history, addDays(history.meetings.at(-1)?.on ?? '', days));

const steadyGroup = [8, 9, 7, 8, 8, 10, 7, 8, 9, 8];
const monthly = aHistory(steadyGroup, { cadence: 'monthly', everyDays: 28 });

describe('silence', () => {
  test.each([
    { days: 21, level: 'steady', quiet: false },
    { days: 22, level: 'watch', quiet: false },
    { days: 34, level: 'watch', quiet: false },
    { days: 35, level: 'fading', quiet: true },
    { days: 2000, level: 'fading', quiet: true }, // never at-risk by silence
  ])('a weekly group after $days days: $level', ({ days, level, quiet }) => {
    expect(daysAfter(aHistory(steadyGroup), days)).toMatchObject({
      level,
      quiet,
      causedBySilenceOnly: level !== 'steady',
    });
  });

  test.each([
    { days: 55, level: 'steady', quiet: false },
    { days: 56, level: 'watch', quiet: false },
    { days: 84, level: 'fading', quiet: true },
  ])('for a monthly group the gap decides: $level after $days days', ({ days, level, quiet }) => {
    expect(daysAfter(monthly, days)).toMatchObject({ level, quiet });
  });

  test('the reason says since when, and when the next date would have been', () => {
    const history = aHistory(steadyGroup);
    expect(daysAfter(history, 40).reasons).toEqual([
      {
        key: 'long-silent',
        lastOn: '2026-05-04',
        expectedOn: '2026-05-11',
        gapDays: 40,
        usualGapDays: 7,
        meetingIds: [meetingId(9)],
      },
    ]);
    const planned = aHistory([...steadyGroup, 'planned']);
    const moved = planned.meetings.map((meeting) =>
      meeting.outcome === 'planned' ? { ...meeting, on: '2026-05-13' } : meeting,
    );
    expect(assessGroup({ ...planned, meetings: moved }, '2026-06-20').reasons[0]?.expectedOn).toBe(
      '2026-05-13',
    );
  });

  test('a register that is missing ends the silence', () => {
    expect(daysAfter(aHistory([...steadyGroup, 'lost']), 20)).toMatchObject({
      level: 'steady',
      quiet: false,
    });
  });

  test('"it was not held" does not end the silence but is news', () => {
    const history = aHistory([...steadyGroup, 'cancelled']);
    expect(daysAfter(history, 15)).toMatchObject({ level: 'watch', noNews: false }); // 22 days since they met
    expect(daysAfter(history, 20).noNews).toBe(false);
    expect(daysAfter(history, 21).noNews).toBe(true);
  });

  test('days in a declared break do not count, however the breaks overlap', () => {
    const rests = [
      { from: '2026-05-20', until: '2026-06-10' },
      { from: '2026-05-11', until: '2026-05-25' },
    ];
    const history = aHistory(steadyGroup, { rests });
    expect(assessGroup(history, '2026-06-24')).toMatchObject({ level: 'steady', quiet: false }); // 51 days, 30 of them at rest
    expect(assessGroup(history, '2026-07-08')).toMatchObject({ level: 'fading', quiet: true });
  });

  test('a group at rest has no level and is never quiet; on its first day back it has one again', () => {
    const history = aHistory(steadyGroup, { rests: [{ from: '2026-05-05', until: '2026-09-01' }] });
    expect(assessGroup(history, '2026-08-31')).toMatchObject({
      level: null,
      quiet: false,
      reasons: [{ key: 'resting', meetingIds: [] }],
    });
    expect(assessGroup(history, '2026-09-01')).toMatchObject({ level: 'steady', quiet: false });
  });

  test('a group that met once and never again has gone quiet; one that never met has not', () => {
    expect(daysAfter(aHistory([6]), 34)).toMatchObject({
      level: null,
      quiet: false,
      clearsWhen: { key: 'any-news' },
    });
    expect(daysAfter(aHistory([6]), 35)).toMatchObject({ level: 'fading', quiet: true });
    expect(assessGroup(aHistory([]), '2026-11-24')).toMatchObject({
      level: null,
      quiet: false,
      noNews: false,
      basedOn: 0,
    });
  });

  test('a level the meetings gave already is not caused by silence', () => {
    const fading = aHistory([10, 10, 10, 10, 10, 10, 6, 5, 5]);
    expect(daysAfter(fading, 40)).toMatchObject({ level: 'fading', quiet: true, causedBySilenceOnly: false });
  });
});

describe('the next date', () => {
  test('is the planned one, or else a usual gap on from the last, again and again', () => {
    expect(daysAfter(aHistory(steadyGroup), 1).expectedNextOn).toBe('2026-05-11');
    expect(daysAfter(aHistory(steadyGroup), 8).expectedNextOn).toBe('2026-05-18');
    const planned = aHistory([...steadyGroup, 'planned', 'planned'], { everyDays: 10 });
    expect(assessGroup(planned, '2026-06-05').expectedNextOn).toBe('2026-06-10');
  });

  test('is unknown for a group that never met', () => {
    expect(assessGroup(aHistory([]), '2026-11-24').expectedNextOn).toBeNull();
  });

  test('meetings after the day of judgement are not looked at', () => {
    const history = aHistory([...steadyGroup, 2, 2, 2]);
    expect(assessGroup(history, '2026-05-05')).toEqual(assessGroup(aHistory(steadyGroup), '2026-05-05'));
  });
});
