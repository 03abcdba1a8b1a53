import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { addDays, daysBetween } from '@followon/shared/rules/calendar/civil-date';
import { Desk, scoresOf } from '../../../tests/support/typed-command.js';

let desk: Desk;
beforeEach(() => void (desk = new Desk()));
afterEach(() => desk.clear());

/** What a row says, without its group. */
const parts = (row: string) => {
  const [, , on = '', kind = '', level = '', score = '', silence = '', reasons = ''] = row.split(',');
  return { on, kind, level, score, silence: Number(silence), reasons };
};
const rowsOf = async (group: string, ...args: readonly string[]) =>
  (await scoresOf(desk, ...args)).filter((row) => row.startsWith(`Moor,${group},`)).map(parts);

const weekly = (group: string, from: string, counts: readonly number[]) =>
  counts.map((count, n) => `Moor,${group},${addDays(from, 7 * n)},held,${count},`);

test('weekly ticks lie on the days of the whole file, from the first meeting until 365 days of silence', async () => {
  desk.registers([...weekly('Art', '2025-01-01', [5, 5]), ...weekly('Walk', '2025-02-07', [5, 5, 5])]);
  const ticks = (await rowsOf('Walk', '--ticks', 'weekly')).filter(({ kind }) => kind === 'tick');
  expect(ticks[0]?.on).toBe('2025-02-12');
  expect(ticks.every(({ on }) => daysBetween('2025-01-01', on) % 7 === 0)).toBe(true);
  expect(ticks.at(-1)?.on).toBe('2026-02-18'); // 362 days after the last meeting; the next would be 369
  expect(ticks.map(({ silence }) => silence).slice(0, 4)).toEqual([5, 5, 5, 12]);
});

test.each([{ lost: 0 }, { lost: 3 }])(
  'a tick comes after the meeting of its day, knows it, and says the same of it ($lost registers lost)',
  async ({ lost }) => {
    const lines = weekly('Walk', '2026-05-04', [9, 9, 9, 9, 9, 9, 4, 4, 3, 3, 2, 2]);
    const missing = lines.map((line, n) =>
      n % 2 === 0 && n >= 6 && n < 6 + 2 * lost ? line.replace(/held.*/, 'missing,,') : line,
    );
    desk.registers(missing);
    const rows = await rowsOf('Walk', '--ticks', 'weekly');
    const meetings = rows.filter(({ kind }) => kind === 'meeting');
    expect(meetings.some(({ level }) => level === 'at-risk' || level === 'fading')).toBe(true);
    for (const meeting of meetings) {
      const { level, reasons } = meeting;
      const tick = rows[rows.indexOf(meeting) + 1];
      expect(tick).toMatchObject({ on: meeting.on, kind: 'tick', silence: 0, level, reasons });
    }
    expect(meetings.at(-1)?.reasons.includes('registers-missing')).toBe(lost > 2);
  },
);

test('daily ticks are every day', async () => {
  desk.registers(weekly('Walk', '2026-05-04', [5, 5]));
  const ticks = (await rowsOf('Walk', '--ticks', 'daily')).filter(({ kind }) => kind === 'tick');
  expect(ticks).toHaveLength(7 + 366);
  expect(new Set(ticks.map(({ on }) => on)).size).toBe(ticks.length);
});

test('a group that comes back after more than 365 days is looked at again', async () => {
  desk.registers([...weekly('Walk', '2022-01-03', [5]), ...weekly('Walk', '2026-05-04', [5])]);
  const silences = (await rowsOf('Walk', '--ticks', 'weekly')).filter(({ kind }) => kind === 'tick');
  expect(Math.max(...silences.map(({ silence }) => silence))).toBeLessThanOrEqual(365);
  expect(silences.filter(({ on }) => on >= '2026-05-04').length).toBeGreaterThan(50);
});

test('a lost register ends a silence; a meeting that was not held neither ends nor begins one', async () => {
  desk.registers([
    'Moor,Walk,2026-01-05,cancelled,,',
    ...weekly('Walk', '2026-02-02', [5]),
    'Moor,Walk,2026-02-09,not_held,,',
    'Moor,Walk,2026-02-16,missing,,',
  ]);
  const ticks = await rowsOf('Walk', '--ticks', 'weekly');
  const silenceOn = Object.fromEntries(ticks.map(({ on, silence }) => [on, silence]));
  expect(silenceOn['2026-01-05']).toBeUndefined();
  expect(silenceOn).toMatchObject({ '2026-02-09': 7, '2026-02-16': 0, '2026-02-23': 7 });
});

test('a group that falls silent says so, and never without a reason', async () => {
  desk.registers(weekly('Walk', '2026-03-02', [6, 7, 6, 7, 6, 6]));
  const rows = await rowsOf('Walk', '--ticks', 'daily');
  const silent = rows.filter(({ level }) => level === 'fading' || level === 'at-risk');
  expect(silent.length).toBeGreaterThan(300);
  expect(silent.every(({ reasons }) => reasons.split(';').includes('silent'))).toBe(true);
  expect(
    rows
      .filter(({ kind }) => kind === 'meeting')
      .map(({ level }) => level)
      .slice(0, 4),
  ).toEqual(['', '', '', 'steady']);
});
