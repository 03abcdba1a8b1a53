import { describe, expect, test } from '@jest/globals';
import { addDays } from '../calendar/civil-date.js';
import { aHistory, meetingId, type Evening } from '../../../../../tests/support/a-history.js';
import { assessGroup } from './assess-group.js';
import { replayMeetings } from './replay.js';
import type { GroupHistory } from './facts.js';

const lastOn = (history: GroupHistory): string => history.meetings.at(-1)?.on ?? '';
const daysAfter = (history: GroupHistory, days: number) =>
  assessGroup(history, addDays(lastOn(history), days));
const levelsOf = (evenings: readonly Evening[], from?: string) =>
  replayMeetings(aHistory(evenings, { from })).map(({ level }) => level);

const steadyGroup = [8, 9, 7, 8, 8, 10, 7, 8, 9, 8];

describe('groups we know', () => {
  test('a steady group is steady from its fourth meeting on', () => {
    expect(levelsOf(steadyGroup)).toEqual([null, null, null, ...Array<string>(7).fill('steady')]);
  });

  test('a winter dip alarms nobody', () => {
    const dip = [10, 10, 10, 10, 10, 10, 6, 6, 10, 5, 5, 10, 10];
    expect(levelsOf(dip, '2026-11-16').slice(3)).toEqual(Array<string>(10).fill('steady'));
    expect(levelsOf(dip)).toContain('watch');
  });

  test('a fading group is watched first, then called fading, with the numbers that say so', () => {
    const fading = aHistory([10, 10, 10, 10, 10, 10, 6, 5, 5]);
    expect(
      replayMeetings(fading)
        .map(({ level }) => level)
        .slice(-3),
    ).toEqual(['steady', 'watch', 'fading']);
    expect(daysAfter(fading, 1)).toMatchObject({
      level: 'fading',
      reasons: [
        {
          key: 'below-60',
          usual: 10,
          recent: [6, 5, 5],
          meetingIds: [meetingId(6), meetingId(7), meetingId(8)],
        },
        { key: 'below-70-twice', usual: 9.3, recent: [5, 5], meetingIds: [meetingId(7), meetingId(8)] },
        { key: 'cusum', usual: 10, recent: [6, 5, 5] },
      ],
      causedBySilenceOnly: false,
      quiet: false,
      usual: 10,
      basedOn: 9,
    });
  });

  test('always three people is a steady group', () => {
    expect(levelsOf(Array<number>(20).fill(3)).slice(3)).toEqual(Array<string>(17).fill('steady'));
  });

  test('lost registers neither alarm nor comfort', () => {
    const lost = Array<Evening>(6).fill('lost');
    expect(levelsOf([...steadyGroup, ...lost]).at(-1)).toBe('steady');
    expect(levelsOf([10, 10, 10, 10, 10, 10, 6, 5, 5, ...lost]).at(-1)).toBe('fading');
  });

  test('a closed group, meeting no more, is at rest for good', () => {
    const closed = { ...aHistory(steadyGroup), rests: [{ from: '2026-05-05', until: null }] };
    expect(daysAfter(closed, 400)).toMatchObject({
      level: null,
      quiet: false,
      noNews: false,
      expectedNextOn: null,
    });
  });

  test('a level falls only after two calm meetings, and keeps saying why until then', () => {
    const back = [10, 10, 10, 10, 10, 10, 6, 6, 10, 10];
    expect(levelsOf(back).slice(-4)).toEqual(['steady', 'watch', 'watch', 'steady']);
    expect(replayMeetings(aHistory(back)).at(-2)?.reasons[0]?.key).toBe('below-70-twice');
  });

  test('a cancelled meeting calms nothing', () => {
    expect(levelsOf([10, 10, 10, 10, 10, 10, 6, 6, 10, 'cancelled']).at(-1)).toBe('watch');
  });

  test('a missing register never raises a level', () => {
    const before = [10, 10, 10, 10, 10, 10, 7, 7, 2]; // below 60% at once, and one step allowed
    expect(levelsOf([...before, 'lost']).slice(-2)).toEqual(['watch', 'watch']);
    expect(levelsOf([...before, 2]).slice(-2)).toEqual(['watch', 'fading']);
  });
});

describe('what a group said before its last meeting and has settled since', () => {
  const asked = { ...aHistory(steadyGroup) };
  const day = lastOn(asked);
  const help = (until: string | null): GroupHistory => ({
    ...asked,
    reported: [{ kind: 'help-asked', on: addDays(day, -3), until }],
  });

  test('counts once while it is true, and no longer when it is over, whether or not they met again', () => {
    expect(daysAfter(help(null), 2)).toMatchObject({
      level: 'fading',
      reasons: [{ key: 'help-asked', sinceOn: addDays(day, -3), meetingIds: [] }],
    });
    expect(daysAfter(help(addDays(day, 2)), 2)).toMatchObject({ level: 'steady', reasons: [] });
  });
});
