import { describe, expect, test } from '@jest/globals';
import { aHistory, meetingId, type Evening } from '../../../../../tests/support/a-history.js';
import { replayMeetings } from './replay.js';
import type { ReasonKey } from './facts.js';

const WINTER = '2026-11-16';
const usually10 = [10, 10, 10, 10, 10, 10];

const lastReading = (evenings: readonly Evening[], setting: Parameters<typeof aHistory>[1] = {}) => {
  const reading = replayMeetings(aHistory(evenings, setting)).at(-1);
  if (reading === undefined) throw new Error('a history needs a meeting');
  return reading;
};
const speaks = (key: ReasonKey, ...history: Parameters<typeof lastReading>) =>
  lastReading(...history).reasons.some((reason) => reason.key === key);

describe('two running below 70% of usual', () => {
  test.each([
    { recent: [7, 6], flagged: false }, // 7 is exactly 70%
    { recent: [6, 7], flagged: false },
    { recent: [6], flagged: false }, // one odd evening
    { recent: [6, 6], flagged: true },
    { recent: [6, 'lost' as const, 6], flagged: true }, // a lost register breaks nothing
    { recent: [6, 'cancelled' as const, 6], flagged: true },
  ])('$recent after ten usually: $flagged', ({ recent, flagged }) => {
    expect(speaks('below-70-twice', [...usually10, ...recent])).toBe(flagged);
  });

  test('usual is the mean of at most the six meetings before the two', () => {
    expect(speaks('below-70-twice', [13, ...usually10, 7, 7])).toBe(false);
    expect(lastReading([13, ...usually10, 6, 6]).reasons[0]).toEqual({
      key: 'below-70-twice',
      usual: 10,
      recent: [6, 6],
      meetingIds: [meetingId(7), meetingId(8)],
    });
  });

  test('in winter three running are needed', () => {
    expect(speaks('below-70-twice', [...usually10, 6, 6], { from: WINTER })).toBe(false);
    expect(speaks('below-70-twice', [...usually10, 6, 6, 6], { from: WINTER })).toBe(true);
  });
});

describe('the last three below 60% of the six before', () => {
  test.each([
    { evenings: [...usually10, 6, 6, 6], flagged: false }, // exactly 60%
    { evenings: [...usually10, 6, 6, 5], flagged: true },
    { evenings: [...usually10, 9, 8, 0], flagged: true }, // the mean decides: 17 of 18
    { evenings: [10, 10, 10, 10, 10, 1, 1, 1], flagged: false }, // only five before them
    { evenings: [5, 5, 5, 5, 5, 5, 3, 3, 3], flagged: false }, // 60% in numbers that binary cannot hold
  ])('$evenings: $flagged', ({ evenings, flagged }) => {
    expect(speaks('below-60', evenings)).toBe(flagged);
  });

  test('in winter the last four are needed', () => {
    expect(speaks('below-60', [...usually10, 5, 5, 5], { from: WINTER })).toBe(false);
    expect(speaks('below-60', [...usually10, 5, 5, 5, 5], { from: WINTER })).toBe(true);
  });
});

describe('under three people where five or more were usual', () => {
  test.each([
    { evenings: [5, 5, 2, 2, 2], flagged: true },
    { evenings: [5, 5, 2, 2, 3], flagged: false },
    { evenings: [5, 5, 2, 2], flagged: false },
    { evenings: [5, 4, 2, 2, 2], flagged: false }, // 4.5 were usual
    { evenings: [5, 2, 2, 2], flagged: false }, // one evening is not "usual"
  ])('$evenings: $flagged', ({ evenings, flagged }) => {
    expect(speaks('under-3', evenings, { from: '2026-06-01' })).toBe(flagged);
  });

  test('two people do not become usual by coming long enough', () => {
    expect(lastReading([...usually10, ...Array<number>(30).fill(2)]).level).toBe('at-risk');
  });

  test('it is a hard fact: the level may jump', () => {
    const levels = replayMeetings(aHistory([6, 6, 6, 6, 2, 2, 2])).map(({ level }) => level);
    expect(levels.slice(-3)).toEqual(['steady', 'watch', 'at-risk']);
  });

  test('in winter four running are needed', () => {
    expect(speaks('under-3', [...usually10, 2, 2, 2], { from: WINTER })).toBe(false);
    expect(speaks('under-3', [...usually10, 2, 2, 2, 2], { from: WINTER })).toBe(true);
  });
});

describe('meetings reported as not held', () => {
  const cancelled = (times: number): Evening[] => [...usually10, ...Array<Evening>(times).fill('cancelled')];

  test.each([
    { times: 1, level: 'steady', keys: [] },
    { times: 2, level: 'fading', keys: ['dates-missed', 'cancelled-twice'] },
    { times: 3, level: 'at-risk', keys: ['dates-missed', 'cancelled-twice'] },
    { times: 4, level: 'at-risk', keys: ['dates-missed', 'cancelled-twice'] },
  ])('$times running: $level, a hard fact that need not go step by step', ({ times, level, keys }) => {
    const reading = lastReading(cancelled(times));
    expect(reading.level).toBe(level);
    expect(reading.reasons.map(({ key }) => key)).toEqual(keys);
  });

  test('two cancellations close together are one missed date', () => {
    const meetings = aHistory(cancelled(2), {}).meetings.map((meeting, n) =>
      n === 7 ? { ...meeting, on: '2026-04-15' } : meeting,
    );
    const reading = replayMeetings({ ...aHistory([]), meetings }).at(-1);
    expect(reading?.reasons.map(({ key }) => key)).toEqual(['cancelled-twice']);
  });

  test.each([
    { when: 'in August', from: '2026-07-06' }, // the first cancelled one is on 17 August
    { when: 'around Christmas', from: '2026-11-09' }, // 21 and 28 December
  ])('cancellations $when say nothing', ({ from }) => {
    expect(lastReading(cancelled(2), { from }).reasons).toEqual([]);
  });

  test('cancellations in a declared break say nothing', () => {
    const rests = [{ from: '2026-04-13', until: '2026-06-01' }];
    expect(lastReading(cancelled(3), { rests })).toMatchObject({ level: 'steady', reasons: [] });
  });

  test('a meeting that took place ends the run, even with its register lost', () => {
    expect(lastReading([...cancelled(1), 'lost', 'cancelled']).reasons).toEqual([]);
  });

  test('a hard fact speaks about a group we hardly know', () => {
    expect(lastReading([8, 'cancelled']).level).toBeNull();
    expect(lastReading([8, 'cancelled', 'cancelled']).level).toBe('fading');
  });
});
