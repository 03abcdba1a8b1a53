import { expect, test } from '@jest/globals';
import { LookingDays } from './looking-days.js';

test('weekly looks start at the first date and go on for 365 days after the last', () => {
  const { days } = new LookingDays('2025-01-06', '2025-01-08', 7);
  expect(days.slice(0, 2)).toEqual(['2025-01-06', '2025-01-13']);
  expect(days.at(-1)).toBe('2026-01-05'); // 364 days on; 367 is the last day, 371 would be the next look
});

test('daily looks end on the very day', () => {
  const { days } = new LookingDays('2025-01-06', '2025-01-08', 1);
  expect(days).toHaveLength(368);
  expect(days.at(-1)).toBe('2026-01-08');
});

test.each([
  { on: '2025-01-01', before: 0 },
  { on: '2025-01-06', before: 0 },
  { on: '2025-01-07', before: 1 },
  { on: '2025-01-13', before: 1 },
  { on: '2025-01-14', before: 2 },
  { on: '2099-01-01', before: 53 },
])('$before looks come before $on', ({ on, before }) =>
  expect(new LookingDays('2025-01-06', '2025-01-08', 7).before(on)).toBe(before),
);
