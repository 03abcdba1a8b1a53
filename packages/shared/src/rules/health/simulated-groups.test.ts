import { describe, expect, test } from '@jest/globals';
import { simulatedGroups } from '../../../../../tests/support/simulated-groups.js';
import { addDays } from '../calendar/civil-date.js';
import { replayGroup } from './assess-group.js';
import type { Level } from './facts.js';

const SIGNS = { steady: 's', watch: 'w', fading: 'f', 'at-risk': 'R' } as const;
const sign = (level: Level | null): string => (level === null ? '-' : SIGNS[level]);

/** The level at each meeting, then 2, 4, 6, 8 and 12 weeks after the last one. */
function pathOf({ history }: ReturnType<typeof simulatedGroups>[number]): string {
  const { readings, assessOn } = replayGroup(history);
  const lastOn = readings.at(-1)?.on ?? '';
  const after = [14, 28, 42, 56, 84].map((days) => assessOn(addDays(lastOn, days)).level);
  return `${readings.map(({ level }) => sign(level)).join('')} ${after.map(sign).join('')}`;
}

const groups = simulatedGroups();
const named = (story: string) => groups.filter(({ name }) => name.startsWith(story));
const isFading = (level: Level | null): boolean => level === 'fading' || level === 'at-risk';
/** The groups of a story that were called fading at one of their meetings. */
const fading = (story: string): string[] =>
  named(story)
    .filter(({ history }) => replayGroup(history).readings.some(({ level }) => isFading(level)))
    .map(({ name }) => name);

test('fifty groups go the ways they went when the engine was last judged', () => {
  expect(groups).toHaveLength(50);
  expect(Object.fromEntries(groups.map((group) => [group.name, pathOf(group)]))).toMatchSnapshot();
});

describe('whatever else changes', () => {
  test.each(['steady', 'always three people', 'all newcomers', 'registers lost', 'weekly turned monthly'])(
    'no group of the story “%s” is called fading at a meeting',
    (story) => {
      expect(fading(story)).toEqual([]);
    },
  );

  test('a dip over the holidays is called fading once in five at most', () => {
    expect(fading('holiday dip').length).toBeLessThanOrEqual(1);
  });

  test.each(['mass exit', 'slow fade', 'organiser gone'])(
    'every group of the story “%s” is seen to fade',
    (story) => {
      expect(fading(story)).toHaveLength(5);
    },
  );

  test('a level that rests on few registers says so', () => {
    for (const { history } of named('registers lost'))
      expect(replayGroup(history).assessOn('2025-06-01').confidence).toBe('low');
  });

  test('a group that takes a break has no level', () => {
    for (const { history } of named('taking a break'))
      expect(replayGroup(history).assessOn(addDays(history.rests[0]?.from ?? '', 30)).level).toBeNull();
  });
});
