import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fitted } from '@followon/shared/rules/health/fitted';
import { Desk, scoresOf, typed } from '../../../tests/support/typed-command.js';

const header = 'site,group,date,status,headcount,attendees';
const good = 'Moor,Walk,2026-03-02,held,2,a;b';

let desk: Desk;
beforeEach(() => void (desk = new Desk()));
afterEach(() => desk.clear());
const score = (...args: readonly string[]) =>
  typed([desk.path('registers.csv'), '--out', desk.path('scores.csv'), ...args]);

describe('a file that can be judged', () => {
  test('gives one row for each held meeting, groups as they first appear and rows by date', async () => {
    desk.registers([
      'Moor,Walk,2026-03-09,held,3,',
      'Moor,Art,2026-03-05,held,4,',
      'Moor,Walk,2026-03-02,held,2,a;b',
      'Moor,Walk,2026-03-16,cancelled,,',
      'Moor,Walk,2026-03-23,missing,,',
    ]);
    const rows = await scoresOf(desk);
    expect(rows.map((row) => row.replace(/0\.\d{6}/, 'SCORE'))).toEqual([
      'Moor,Walk,2026-03-02,meeting,,SCORE,0,',
      'Moor,Walk,2026-03-09,meeting,,SCORE,0,',
      'Moor,Art,2026-03-05,meeting,,SCORE,0,',
    ]);
  });

  test.each([
    { how: 'with a byte order mark', content: `\uFEFF${header}\n${good}\n` },
    { how: 'with CRLF', content: `${header}\r\n${good}\r\n` },
    { how: 'without a last line break', content: `${header}\n${good}` },
    {
      how: 'with quotation marks',
      content: `"${header.replaceAll(',', '","')}"\n"Moor","Walk","2026-03-02","held","2","a;b"\n`,
    },
    {
      how: 'with blank lines and blanks',
      content: `${header}\n\n Moor , Walk ,2026-03-02,held, 2 , a ; b \n   \n`,
    },
  ])('may be written $how', async ({ content }) => {
    desk.file(`${header}\n${good}\n`);
    const plain = await scoresOf(desk);
    desk.file(content);
    expect(await scoresOf(desk)).toEqual(plain);
  });

  test('keeps commas and quotation marks of names apart', async () => {
    desk.registers(['Moor,"Tea, ""cake""",2026-03-02,held,2,']);
    expect((await scoresOf(desk))[0]).toMatch(/^Moor,"Tea, ""cake""",2026-03-02,meeting,/);
  });

  test('may hold no line, or meetings that are still to come', async () => {
    desk.registers([]);
    expect(await scoresOf(desk, '--ticks', 'daily')).toEqual([]);
    desk.registers(['Moor,Walk,2098-03-02,held,2,']);
    expect(await scoresOf(desk)).toHaveLength(1);
  });

  test('goes to the standard output, and nothing else does', async () => {
    const { code, stdout, stderr } = await typed([desk.registers([good]), '--out', '-']);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^site,group,date,kind,level,score,silence_days,reasons\nMoor,Walk,2026-03-02,meeting,,0\.\d{6},0,\n$/,
    );
    expect(stderr).toBe('Dates run from 2 March 2026 to 2 March 2026.\n1 line of 1 group judged.\n');
  });

  test('says how far it is when it takes long', async () => {
    let now = 0;
    desk.registers(Array.from({ length: 3 }, (_, n) => `Moor,Walk,2026-03-0${n + 1},held,2,`));
    const { stderr } = await typed([desk.path('registers.csv'), '--out', '-'], {
      clock: () => (now += 20_000),
    });
    expect(stderr).toContain('Judging: 3 of 3 lines (100%)');
  });
});

describe('bad lines', () => {
  const bad = [
    'Moor,Walk,2026-02-30,held,2,',
    'Moor,Walk,2026-03-09,held,NaN,',
    'Moor,Walk,2026-03-09,held,-3,',
    'Moor,Walk,2026-03-09,held,99999999,',
    'Moor,Walk,2026-03-09,held,1,a;b;c',
    'Moor,Walk,2026-03-09,met,2,',
    'Moor,Walk,2026-03-09',
    'Moor,"Walk,2026-03-09,held,2,',
    ',Walk,2026-03-09,held,2,',
    '=cmd|A1,Walk,2026-03-09,held,2,',
    'Moor,Walk,2026-03-02,held,2,a;b',
  ];

  test('are left out with number and reason, and the rest is judged', async () => {
    desk.registers([good, ...bad, 'Moor,Walk,2026-03-16,held,4,']);
    const { code, stderr } = await score();
    expect(code).toBe(2);
    const numbers = [...stderr.matchAll(/^Line (\d+) is left out\. \S.*$/gm)].map(([, number]) =>
      Number(number),
    );
    expect(numbers.sort((a, b) => a - b)).toEqual(bad.map((_, place) => place + 3));
    expect(desk.read('scores.csv').match(/,meeting,/g)).toHaveLength(2);
    expect(stderr).toContain('2 lines of 1 group judged. 11 lines refused.');
  });

  test('are told without what they hold, which may be a name', async () => {
    desk.registers(['Moor,Walk,2026-03-09,held,1,Jane Doe;John Doe']);
    expect((await score()).stderr).not.toMatch(/Doe/);
  });

  test('are the second of two for one day, sorted or not', async () => {
    const other = 'Moor,Art,2026-03-02,held,5,';
    for (const lines of [
      [good, 'Moor,Walk,2026-03-02,held,9,', other],
      [good, other, 'Moor,Walk,2026-03-02,held,9,'],
    ]) {
      desk.registers(lines);
      const { code, stderr } = await score();
      expect(code).toBe(2);
      expect(stderr).toContain(`Line ${lines.findIndex((line) => line.includes(',9,')) + 2} is left out.`);
      expect(stderr).toContain('(line 2)');
    }
  });

  test('that are not UTF-8 cost themselves and no other', async () => {
    desk.file(
      Buffer.concat([
        Buffer.from(`${header}\nMoor,Caf`),
        Buffer.from([0xe9]),
        Buffer.from(`,2026-03-02,held,2,\n${good}\n`),
      ]),
    );
    expect((await score()).stderr).toContain('Line 2 is left out. A letter cannot be read.');
    expect(desk.read('scores.csv')).toContain('Moor,Walk');
  });
});

test('the help tells of every option and both formats', async () => {
  const { code, stdout } = await typed(['--help']);
  expect(code).toBe(0);
  for (const word of ['--out', '--ticks', '--members', '--explain', header, 'silence_days', 'Exit code'])
    expect(stdout).toContain(word);
  expect(Math.max(...stdout.split('\n').map((row) => row.length))).toBeLessThanOrEqual(110);
});

test('the version is that of the command and of the numbers it judges with', async () => {
  const { version } = JSON.parse(
    readFileSync(fileURLToPath(new URL('../package.json', import.meta.url)), 'utf8'),
  ) as { version: string };
  const { code, stdout } = await typed(['--version']);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: `followon-health ${version}, parameters ${fitted.version}\n`,
  });
});

test('the first and the last date of the file are told, so that a mistyped one is seen', async () => {
  desk.registers([good, 'Moor,Art,2062-03-09,held,4,']);
  const dates = 'Dates run from 2 March 2026 to 9 March 2062.\n';
  expect((await score()).stderr).toContain(dates);
  expect((await typed([desk.path('registers.csv'), '--explain', 'Walk'])).stderr).toBe(dates);
  expect((await score('--explain', 'Walk')).stderr.match(/Dates run/g)).toHaveLength(1);
});
