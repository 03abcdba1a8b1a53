import { describe, expect, test } from '@jest/globals';
import { toDayNumber } from '@followon/shared/rules/calendar/civil-date';
import { scoreOf } from '@followon/shared/rules/health/score/meeting-score';
import { withoutNames } from '../data/series.js';
import { aDozen, aSeries } from './a-series.js';
import { crossValidated } from './cross-validate.js';
import { judgeAll } from './judge-all.js';
import { judgeMembers } from './judge-members.js';
import { judgeMonths } from './judge-months.js';
import { judgeTicks, ownWeek } from './judge-ticks.js';
import { hasEnded, meetingPoints, windowsOf } from './labels.js';
import { ENGINE } from './rows.js';
import { walk } from './walk.js';

const weeks = (count: number, chance = 1): number[] => Array<number>(count).fill(chance);

describe('decision points', () => {
  test('of a group that ended run from the fourth meeting to the last viable one, the last six of them true', () => {
    const ended = aSeries('ended', [...weeks(12), 0, 0], true);
    const points = [...meetingPoints(ended).values()];
    expect(points.map(({ place }) => place)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(points.map(({ y }) => y)).toEqual([0, 0, 0, 1, 1, 1, 1, 1, 1]);
    expect(points.map(({ untilEnd }) => untilEnd)).toEqual([8, 7, 6, 5, 4, 3, 2, 1, 0]);
  });

  test('of a living group leave out its last six, whose outcome nobody knows', () => {
    const points = [...meetingPoints(aSeries('lives', weeks(12), false)).values()];
    expect(points.map(({ place }) => place)).toEqual([3, 4, 5]);
    expect(points.some(({ y }) => y === 1)).toBe(false);
  });

  test('in time end 60 days after the last viable meeting, or 90 days before the last of a living group', () => {
    const [ended] = windowsOf(aSeries('ended', weeks(12), true));
    const [living] = windowsOf(aSeries('lives', weeks(40), false));
    expect(ended?.until).toBe(toDayNumber('2024-03-18') + 60);
    expect(ended?.from).toBe(toDayNumber('2024-01-22'));
    expect(living?.until).toBe(toDayNumber('2024-09-30') - 90);
  });

  test('in time are true from 90 days before the last viable meeting on', () => {
    expect([-91, -90, 0, 60].map(hasEnded)).toEqual([0, 1, 1, 1]);
    expect(hasEnded(null)).toBe(0);
  });
});

test('the features kept beside the engine are those it scores by', () => {
  for (const series of [
    aSeries('some', weeks(30, 0.6), false),
    withoutNames(aSeries('some', weeks(30, 0.6), false)),
  ])
    for (const { reading, keeper } of walk(series)) {
      const features = keeper.features();
      expect(features && scoreOf(keeper.models.meeting, features)).toBe(reading.score);
    }
});

test('a weekly look sees how long it is quiet, and never a later meeting', () => {
  const ended = aSeries('ended', weeks(12), true);
  const rows = judgeTicks(ended, { group: 4, looks: ownWeek });
  const quiet = rows.map(({ scores }) => scores['days silent']);
  expect(quiet.slice(0, 9)).toEqual(Array(9).fill(0));
  expect(quiet.slice(9)).toEqual([7, 14, 21, 28, 35, 42, 49, 56]);
  expect(rows.every(({ group, isOwnWeek }) => group === 4 && isOwnWeek)).toBe(true);
  const shorter = aSeries('ended', weeks(9), true);
  const sameDays = judgeTicks(shorter, { group: 4, looks: ownWeek }).slice(0, 6);
  expect(rows.slice(0, 6).map(({ scores }) => scores)).toEqual(sameDays.map(({ scores }) => scores));
});

test('monthly looks ask whether there is a meeting in the next twelve months', () => {
  const rows = judgeMonths(withoutNames(aSeries('ended', weeks(60), true)), 0);
  expect(rows.filter(({ y }) => y === 0)).toHaveLength(13);
  expect(rows.filter(({ y }) => y === 1)).toHaveLength(10);
});

test('somebody who comes to none of the next six registers is told from who does', () => {
  const series = aSeries('some', weeks(16), false);
  const meetings = series.history.meetings.map((meeting, week) => ({
    ...meeting,
    attendees: (meeting.attendees ?? []).filter((who) => !who.endsWith('-0') || week < 5),
  }));
  const rows = judgeMembers({ ...series, history: { ...series.history, meetings } }, 0);
  const gone = rows.filter(({ y }) => y === 1);
  // Seen up to five misses after the fifth register, and six more registers are there for each.
  expect(gone).toHaveLength(6);
  expect(gone.map(({ scores }) => scores['misses in a row'])).toEqual([0, 1, 2, 3, 4, 5]);
  expect(rows.filter(({ y }) => y === 0)).toHaveLength(7 * 8 + 2);
});

describe('cross-validation', () => {
  const series = aDozen();
  const [shipped, refitted] = [judgeAll(series), crossValidated(series, undefined, [1])];

  test('judges the same rows in the same order', () => {
    const places = (rows: readonly { group: number; y: number }[]) => rows.map(({ group, y }) => [group, y]);
    expect(places(refitted.meetings)).toEqual(places(shipped.meetings));
    expect(places(refitted.ticks)).toEqual(places(shipped.ticks));
    expect(places(refitted.members)).toEqual(places(shipped.members));
  });

  test('judges by other numbers than the shipped ones, and leaves those as they were', () => {
    const scores = (rows: readonly { scores: Readonly<Record<string, number>> }[]) =>
      rows.map((row) => row.scores[ENGINE]);
    expect(scores(refitted.meetings)).not.toEqual(scores(shipped.meetings));
    expect(scores(refitted.ticks)).not.toEqual(scores(shipped.ticks));
    expect(scores(refitted.members)).not.toEqual(scores(shipped.members));
    expect(scores(judgeAll(series).ticks)).toEqual(scores(shipped.ticks));
  });
});
