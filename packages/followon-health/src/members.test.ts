import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { Desk, typed } from '../../../tests/support/typed-command.js';

let desk: Desk;
beforeEach(() => void (desk = new Desk()));
afterEach(() => desk.clear());

async function membersOf(evenings: readonly string[]): Promise<readonly string[][]> {
  desk.registers(
    evenings.map((people, n) => {
      const count = people === '' ? 4 : people.split(';').length;
      return `Moor,Walk,${addDays('2026-03-02', 7 * n)},held,${count},${people}`;
    }),
  );
  const args = ['--out', desk.path('scores.csv'), '--members', desk.path('members.csv')];
  const { stderr } = await typed([desk.path('registers.csv'), ...args]);
  expect(stderr).toContain('for checking the engine on test data');
  const [header, ...rows] = desk.read('members.csv').trimEnd().split('\n');
  expect(header).toBe('site,group,date,member,fading');
  return rows.map((row) => row.split(','));
}

test('members are told from their third attendance on, by reference, at registers with names', async () => {
  const rows = await membersOf(['b;a', 'a;b', 'b', 'a;c', '', 'a;b']);
  expect(rows.map(([, , on, member]) => [on, member])).toEqual([
    ['2026-03-16', 'b'],
    ['2026-03-23', 'a'],
    ['2026-03-23', 'b'],
    ['2026-04-06', 'a'],
    ['2026-04-06', 'b'],
  ]);
  for (const [, , , , fading] of rows) expect(fading).toMatch(/^0\.\d{6}$/);
});

test('who was in none of the last six registers is told no more', async () => {
  const rows = await membersOf(['a;b', 'a;b', 'a;b', 'b', 'b', 'b', 'b', 'b', 'b']);
  expect(
    rows
      .filter(([, , , member]) => member === 'a')
      .map(([, , on]) => on)
      .at(-1),
  ).toBe('2026-04-20');
});

test('coming makes somebody less likely to fade than missing', async () => {
  const last = async (evenings: readonly string[]) =>
    Number((await membersOf(evenings)).filter(([, , , member]) => member === 'a').at(-1)?.[4]);
  const begun = ['a;b', 'a;b', 'a;b', 'a;b'];
  expect(await last([...begun, 'a;b', 'a;b'])).toBeLessThan(await last([...begun, 'b', 'b']));
});
