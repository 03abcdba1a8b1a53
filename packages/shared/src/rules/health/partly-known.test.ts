import { describe, expect, test } from '@jest/globals';
import { someMeetings } from '../../../../../tests/support/a-history.js';
import { replayGroup } from './assess-group.js';
import type { GroupHistory } from './facts.js';
import { replayMeetings } from './replay.js';

const JUNE = '2026-06-01';

describe('nobody new', () => {
  const reported = [
    { kind: 'venue-lost' as const, on: '2026-01-10', until: null },
    { kind: 'conflict' as const, on: '2026-01-10', until: null },
  ];
  const saysNobodyNew = (meetings: GroupHistory['meetings']) =>
    replayGroup({ cadence: 'weekly', rests: [], meetings, reported, welcomesNew: true })
      .assessOn('2026-02-01')
      .reasons.some(({ key }) => key === 'nobody-new');
  const numbers = someMeetings(Array<number>(34).fill(6), { from: '2025-06-02' });

  test('is said only where somebody looked', () => {
    expect(saysNobodyNew(numbers)).toBe(false);
    expect(saysNobodyNew(numbers.map((meeting) => ({ ...meeting, newcomers: 0 })))).toBe(true);
    expect(saysNobodyNew(numbers.map((meeting, n) => ({ ...meeting, newcomers: n === 30 ? 1 : 0 })))).toBe(
      false,
    );
    expect(saysNobodyNew(numbers.map((meeting, n) => (n < 3 ? { ...meeting, newcomers: 0 } : meeting)))).toBe(
      false,
    );
  });
});

describe('registers that name only some', () => {
  const half = (came: number, named: number) => ({
    outcome: 'held' as const,
    headcount: came,
    attendees: Array.from({ length: named }, (_, n) => `p${n}`),
  });
  const meetings = (counts: readonly number[], named: number) =>
    someMeetings(counts, { from: JUNE }).map((meeting, n) => ({
      ...meeting,
      ...half(counts[n] ?? 0, named),
    }));

  test('do not make a large group small, nor its numbers few', () => {
    const history = { cadence: 'weekly' as const, rests: [] };
    const falling = [12, 12, 12, 12, 12, 12, 6, 6];
    const fallen = replayMeetings({ ...history, meetings: meetings(falling, 2) }).at(-1);
    expect(fallen?.reasons.map(({ key }) => key)).toContain('below-70-twice');
    const steady = replayMeetings({ ...history, meetings: meetings(Array<number>(12).fill(8), 3) }).at(-1);
    expect(steady?.expected?.low).toBeLessThanOrEqual(8);
    expect(steady?.expected?.high).toBeGreaterThanOrEqual(8);
    const mostly = replayMeetings({ ...history, meetings: meetings(Array<number>(12).fill(8), 5) }).at(-1);
    expect(mostly?.expected?.likely).toBeGreaterThan(7);
  });
});
