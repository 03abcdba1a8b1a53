import { describe, expect, test } from '@jest/globals';
import { aHistory, someMeetings, type Evening } from '../../../../../tests/support/a-history.js';
import { addDays } from '../calendar/civil-date.js';
import { replayGroup } from './assess-group.js';
import type { GroupHistory, ReasonKey } from './facts.js';
import { fitted } from './fitted.js';
import type { Weighed } from './health-signal.js';
import { calmStanding, holdLevel, type Standing } from './hold-level.js';
import { parameters } from './parameters.js';
import { replayMeetings } from './replay.js';

const { thresholds } = fitted;
const JUNE = '2026-06-01'; // no holidays for seven weeks
const finding = (over: Partial<Weighed> = {}): Weighed => ({
  level: 'fading',
  reasons: [{ key: 'few-lately', usual: 8, recent: [4, 4, 3], meetingIds: [] }],
  clearsWhen: { key: 'some-meetings-with', headcount: 8 },
  mayJump: false,
  comparesTurnout: false,
  ofCancelled: false,
  isScore: false,
  ...over,
});
const hold = (standing: Standing, findings: readonly Weighed[], score: number): Standing =>
  holdLevel(standing, findings, { outcome: 'held', score, thresholds, beforeOn: null });
const levels = (evenings: readonly Evening[], rest: Partial<GroupHistory> = {}, from = JUNE) =>
  replayMeetings(aHistory(evenings, { from, everyDays: 5, ...rest })).map(({ level }) => level);

describe('what is no evidence', () => {
  const low = [10, 10, 10, 10, 10, 10, 7, 7, 2];
  const before = levels(low).at(-1);

  test('a meeting called off raises no level about numbers, in term, in the holidays or in a break', () => {
    const resting = { rests: [{ from: addDays(JUNE, 45), until: addDays(JUNE, 60) }] };
    expect(before).toBe('watch');
    expect(levels([...low, 'cancelled']).at(-1)).toBe('watch');
    expect(levels([...low, 'cancelled'], resting).at(-1)).toBe('watch');
    expect(levels([...low, 'cancelled'], {}, '2026-07-20').at(-1)).toBe(levels(low, {}, '2026-07-20').at(-1));
  });

  test('a lost register neither raises a level nor comforts', () => {
    const fading = [10, 10, 10, 10, 10, 10, 6, 5, 5];
    const afterOneCalm = levels([...fading, 9]).at(-1);
    expect(afterOneCalm).toBe('fading');
    expect(levels([...fading, 9, 'lost']).at(-1)).toBe('fading');
    expect(levels([...fading, 9, 'lost', 9]).at(-1)).not.toBe('fading');
  });
});

describe('a level that only the score raised', () => {
  const raised = hold(
    hold(calmStanding, [finding({ isScore: true })], 0.3),
    [finding({ isScore: true })],
    0.3,
  );
  const mark = thresholds.fadingScore;

  test('stays while the score is close under its mark, and falls at two readings well under it', () => {
    expect(raised).toMatchObject({ level: 'fading', byScore: true });
    const close = hold(hold(raised, [], mark * 0.95), [], mark * 0.95);
    expect(close.level).toBe('fading');
    const under = mark * parameters.calmShare * 0.9;
    expect(hold(raised, [], under).level).toBe('fading');
    expect(hold(hold(raised, [], under), [], under).level).toBe('steady');
  });

  test('a level that a rule raised asks nothing of the score', () => {
    const byRule = hold(hold(calmStanding, [finding()], 0.3), [finding()], 0.3);
    expect(hold(hold(byRule, [], 0.9), [], 0.9).level).toBe('steady');
  });
});

describe('reasons', () => {
  const keysOf = (evenings: readonly Evening[]): ReasonKey[] =>
    (replayMeetings(aHistory(evenings, { from: JUNE, everyDays: 5 })).at(-1)?.reasons ?? []).map(
      ({ key }) => key,
    );

  test('the score is not enough on one meeting, and at risk is not either', () => {
    const people = ['ann', 'bob', 'cem', 'dee', 'eve', 'fay'];
    const few = (evenings: number): Evening[] => [
      ...Array.from({ length: 12 }, () => people),
      ...Array.from({ length: evenings }, () => ['ann']),
    ];
    const at = (evenings: number) => replayMeetings(aHistory(few(evenings), { everyDays: 1 })).at(-1)?.level;
    expect([at(1), at(2)]).not.toContain('at-risk');
    expect(['fading', 'at-risk']).toContain(at(4));
  });

  test('what the numbers do not bear out is left unsaid', () => {
    for (const evenings of [
      [1, 1, 1, 1, 1, 1, 1, 1],
      [3, 0, 0, 0, 2, 0, 0, 4],
    ])
      for (const { reasons } of replayMeetings(aHistory(evenings, { from: JUNE })))
        for (const { key, usual = 0, recent = [] } of reasons)
          if (key === 'few-lately')
            expect(recent.reduce((sum, next) => sum + next, 0) / recent.length).toBeLessThan(usual);
  });

  test('one fact about the head counts is said first, and what tells something else before its echoes', () => {
    expect(keysOf([10, 10, 10, 10, 10, 10, 6, 5, 5])[0]).toBe('below-60');
    const spread = someMeetings([10, 10, 10, 10, 10, 10, 6, 5, 5], { from: JUNE });
    const wide = spread.map((meeting, n) =>
      n < 6 ? meeting : { ...meeting, on: addDays(meeting.on, 21 * (n - 5)) },
    );
    const reasons = replayMeetings({ cadence: 'weekly', rests: [], meetings: wide }).at(-1)?.reasons ?? [];
    const keys = reasons.map(({ key }) => key);
    if (keys.includes('long-gap')) expect(keys.indexOf('long-gap')).toBeLessThanOrEqual(1);
  });

  test('a reason that a better meeting has overtaken says of which meetings it spoke', () => {
    const readings = replayMeetings(
      aHistory([10, 10, 10, 10, 10, 10, 6, 5, 5, 9], { from: JUNE, everyDays: 5 }),
    );
    expect(readings.at(-1)).toMatchObject({ level: 'fading' });
    expect(readings.at(-1)?.reasons[0]).toMatchObject({
      key: 'below-60',
      recent: [6, 5, 5],
      upToOn: readings.at(-2)?.on,
    });
  });
});

describe('between meetings', () => {
  const monthly = aHistory(Array<number>(8).fill(8), {
    from: '2025-11-03',
    everyDays: 30,
    cadence: 'monthly',
  });
  const { assessOn } = replayGroup(monthly);
  const lastOn = monthly.meetings.at(-1)?.on ?? '';
  const after = (days: number) => assessOn(addDays(lastOn, days));

  test('the score speaks at two weekly looks running, not at the first', () => {
    const first = Array.from({ length: 89 }, (_, day) => day + 1).find(
      (days) => (after(days).score ?? 0) >= thresholds.fadingScore,
    );
    expect(first).toBeLessThan(83); // three usual gaps are a rule of their own
    expect(after((first ?? 0) + 6).level).toBe('watch');
    expect(after((first ?? 0) + 7).level).toBe('fading');
  });

  test('only many lost registers lower the confidence', () => {
    const confidence = (evenings: readonly Evening[]) => {
      const history = aHistory(evenings, { from: JUNE });
      return replayGroup(history).assessOn(addDays(history.meetings.at(-1)?.on ?? '', 1));
    };
    expect(confidence([8, 8, 'lost', 8, 'lost', 8]).confidence).toBe('full');
    const doubtful = confidence([10, 10, 10, 10, 10, 10, 6, 'lost', 5, 'lost', 'lost', 5]);
    expect(doubtful.confidence).toBe('low');
    expect(doubtful.reasons.some(({ key }) => key === 'registers-missing')).toBe(doubtful.level !== 'steady');
    expect(confidence([10, 10, 10, 10, 10, 10, 6, 5, 5]).reasons.map(({ key }) => key)).not.toContain(
      'registers-missing',
    );
  });
});
