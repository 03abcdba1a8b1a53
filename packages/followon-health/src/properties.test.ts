import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import fc from 'fast-check';
import { Desk, scoresOf } from '../../../tests/support/typed-command.js';

let desk: Desk;
beforeEach(() => void (desk = new Desk()));
afterEach(() => desk.clear());

const keys = [
  'few-lately',
  'below-60',
  'below-70-twice',
  'cusum',
  'long-gap',
  'silent',
  'dates-missed',
  'under-3',
  'few-likely',
  'registers-missing',
  'cancelled-twice',
];

type Evening = {
  readonly gap: number;
  readonly status: string;
  readonly people: readonly string[];
  readonly named: boolean;
};
const evening: fc.Arbitrary<Evening> = fc.record({
  gap: fc.constantFrom(1, 7, 7, 7, 14, 30, 90, 400),
  status: fc.constantFrom('held', 'held', 'held', 'held', 'missing', 'cancelled', 'not_held'),
  people: fc.subarray(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']),
  named: fc.boolean(),
});

function linesOf(group: string, evenings: readonly Evening[]): string[] {
  let on = '2024-01-01';
  return evenings.map(({ gap, status, people, named }) => {
    on = addDays(on, gap);
    const held = status === 'held';
    return `Moor,${group},${on},${status},${held ? people.length : ''},${held && named ? people.join(';') : ''}`;
  });
}

const aFile = fc
  .tuple(fc.array(evening, { maxLength: 40 }), fc.array(evening, { maxLength: 25 }))
  .map(([art, walk]) => [...linesOf('Art', art), ...linesOf('Walk', walk)]);
const byGroup = (rows: readonly string[]) =>
  rows.filter((row) => row.includes(',Art,')).concat(rows.filter((row) => row.includes(',Walk,')));
const of = async (lines: readonly string[], ...args: readonly string[]) => {
  desk.registers(lines);
  return byGroup(await scoresOf(desk, ...args));
};
const few = { numRuns: 25 };

describe('of any file', () => {
  test('the order of its lines changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        aFile,
        fc.array(fc.nat(1_000), { minLength: 65, maxLength: 65 }),
        async (lines, places) => {
          const order = lines.map((line, n) => ({ line, place: places[n] ?? 0 }));
          const mixed = order.sort((a, b) => a.place - b.place).map(({ line }) => line);
          expect(await of(mixed, '--ticks', 'weekly')).toEqual(await of(lines, '--ticks', 'weekly'));
        },
      ),
      few,
    );
  });

  test('leaving out its end changes no earlier row', async () => {
    await fc.assert(
      fc.asyncProperty(aFile, fc.nat(2_000), async (lines, days) => {
        const until = addDays('2024-01-01', days);
        const early = lines.filter((line) => (line.split(',')[2] ?? '') <= until);
        const upTo = (rows: readonly string[]) => rows.filter((row) => (row.split(',')[2] ?? '') <= until);
        const whole = await of(lines, '--ticks', 'weekly');
        expect(upTo(await of(early, '--ticks', 'weekly'))).toEqual(upTo(whole));
      }),
      few,
    );
  });

  test('every row is well formed, and a level to act on has a reason', async () => {
    await fc.assert(
      fc.asyncProperty(aFile, async (lines) => {
        for (const row of await of(lines, '--ticks', 'weekly')) {
          const [, , , kind = '', level = '', score = '', silence = '', reasons = ''] = row.split(',');
          expect(['meeting', 'tick']).toContain(kind);
          expect(['', 'steady', 'watch', 'fading', 'at-risk']).toContain(level);
          expect(score).toMatch(kind === 'meeting' ? /^0\.\d{6}$/ : /^(0\.\d{6})?$/);
          expect(Number(silence)).toBeLessThanOrEqual(kind === 'meeting' ? 0 : 365);
          if (reasons !== '') for (const key of reasons.split(';')) expect(keys).toContain(key);
          if (level === 'fading' || level === 'at-risk') expect(reasons).not.toBe('');
        }
      }),
      few,
    );
  });
});
