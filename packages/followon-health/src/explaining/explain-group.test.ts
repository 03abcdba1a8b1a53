import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { Desk, typed } from '../../../../tests/support/typed-command.js';

let desk: Desk;
beforeEach(() => void (desk = new Desk()));
afterEach(() => desk.clear());

const weekly = (group: string, counts: readonly (number | string)[]) =>
  counts.map((count, n) => {
    const on = addDays('2026-04-27', 7 * n);
    return typeof count === 'number' ? `${group},${on},held,${count},` : `${group},${on},${count},,`;
  });
const fading = [8, 9, 8, 8, 9, 8, 'missing', 3, 2, 'cancelled', 2, 2];
const explain = (group: string, terminal = {}) =>
  typed([desk.path('registers.csv'), '--explain', group], terminal);

describe('one group explained', () => {
  beforeEach(() => void desk.registers([...weekly('Moor,Walk', fading), 'Moor,Art,2026-08-31,held,4,']));

  test('is drawn, and each change of its level is told with numbers, days and what would clear it', async () => {
    const { code, stdout } = await explain('Walk');
    expect(code).toBe(0);
    const rows = stdout.split('\n');
    expect(rows.slice(0, 4)).toEqual([
      'Walk (Moor)',
      '12 lines, 27 April 2026 to 13 July 2026.',
      '',
      '▇█▇▇█▇·▃▃×▃▃',
    ]);
    expect(rows[4]).toMatch(/^ {3}[─░▒█]{9}$/);
    expect(stdout).toContain('18 May 2026: steady');
    expect(stdout).toMatch(
      /→ fading\n\s+About \d+ usually come; the last meetings had 3, 2 and 2 \(15 June, 22 June, 6\s+July\)\./,
    );
    expect(stdout).toMatch(/^ {4}A few more meetings with \d or more would clear it\.$/m);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'the last date of the file: at risk. It has not met for 49 days.',
    );
    expect(stdout).not.toContain('\u001B');
    expect(stdout).not.toMatch(/\((below|few|cusum|silent|under|long)/);
  });

  test.each([24, 40, 200])('fits into %i columns', async (columns) => {
    const { stdout } = await explain('Walk', { columns });
    expect(Math.max(...stdout.split('\n').map((row) => row.length))).toBeLessThanOrEqual(columns);
  });

  test('shows the last meetings where not all fit', async () => {
    desk.registers(
      weekly(
        'Moor,Walk',
        Array.from({ length: 60 }, (_, n) => 5 + (n % 2)),
      ),
    );
    const { stdout } = await explain('Walk', { columns: 30 });
    expect(stdout.replace(/\s+/g, ' ')).toContain('The last 30 are drawn.');
    expect(stdout.split('\n').find((row) => /^[▁-█]+$/.test(row))).toHaveLength(30);
  });

  test('has colours where they are wanted, and the same words', async () => {
    const plain = await explain('Walk');
    const { stdout } = await explain('Walk', { hasColours: true });
    expect(stdout).toContain('\u001B[35mfading\u001B[0m');
    // eslint-disable-next-line no-control-regex
    expect(stdout.replace(/\u001B\[\d+m/g, '')).toBe(plain.stdout);
  });

  test('is found by site and name too, in any order of lines', async () => {
    const plain = await explain('Walk');
    desk.registers(['Moor,Art,2026-08-31,held,4,', ...weekly('Moor,Walk', fading).reverse()]);
    expect((await explain('Moor/Walk')).stdout).toBe(plain.stdout);
  });

  test('may be asked for beside the scores', async () => {
    const scores = ['--out', desk.path('scores.csv')];
    const { stdout } = await typed([desk.path('registers.csv'), '--explain', 'Walk', ...scores]);
    expect(stdout).toBe((await explain('Walk')).stdout);
    expect(desk.read('scores.csv')).toContain('Moor,Art,');
  });
});

describe('a group that is hardly known', () => {
  test('has no level yet', async () => {
    desk.registers(['Moor,Art,2026-08-31,held,4,']);
    expect((await explain('Art')).stdout).toContain('We are getting to know this group');
  });
});

describe('a group that cannot be found', () => {
  test('may be another one that is like it', async () => {
    desk.registers(['Moor,Tuesday walk,2026-08-31,held,4,']);
    const { code, stderr } = await explain('walk');
    expect(code).toBe(1);
    expect(stderr).toBe('There is no group "walk". Is it one of these? Moor/Tuesday walk\n');
  });

  test('may be of several sites', async () => {
    desk.registers(['Moor,Walk,2026-08-31,held,4,', 'Bay,Walk,2026-08-31,held,4,']);
    expect((await explain('Walk')).stderr).toContain('Say which: Moor/Walk, Bay/Walk');
  });
});

test('lines that were left out are told, and the exit code says so', async () => {
  desk.registers(['Moor,Walk,2026-08-31,held,4,', 'Moor,Walk,2026-08-31,held,5,', 'Moor,Walk,soon,held,5,']);
  const { code, stderr } = await explain('Walk');
  expect(code).toBe(2);
  expect(stderr.match(/^Line \d is left out/gm)).toEqual(['Line 4 is left out', 'Line 3 is left out']);
});
