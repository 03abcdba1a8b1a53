import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, expect, test } from '@jest/globals';
import { Desk } from '../../../../tests/support/typed-command.js';
import type { Kept } from '../reading/kept-lines.js';
import { DiskSorter } from './disk-sorter.js';
import { inOrder } from './in-order.js';

const desk = new Desk();
afterAll(() => desk.clear());

const LITTLE = 200; // characters in memory: a few lines

test('more texts than memory and open files hold come out in order', () => {
  const texts = Array.from(
    { length: 1_000 },
    (_, n) => `é ${(n * 7_919) % 1_000} ${n % 3 === 0 ? '😀' : ''}`,
  );
  const sorter = new DiskSorter(desk.folder, 'texts', LITTLE);
  for (const text of texts) sorter.add(text);
  expect([...sorter.sorted()]).toEqual([...texts].sort());
  for (const run of readdirSync(desk.folder)) rmSync(desk.path(run));
});

const line = (number: number, group: string, on: string): Kept => ({
  line: number,
  register: { site: 'Moor, "West"', group, on, outcome: 'held', headcount: 4, attendees: ['a', 'b'] },
});
const shuffled: readonly Kept[] = [
  line(2, 'Walk', '2026-03-09'),
  line(3, 'Art', '2026-03-03'),
  line(4, 'Walk', '2026-03-02'),
  line(5, 'Art', '2026-03-02'),
  line(6, 'Art', '2026-03-02'),
  ...Array.from({ length: 300 }, (_, n) =>
    line(n + 7, 'Walk 2', `2026-${n % 2 ? '04' : '05'}-0${(n % 9) + 1}`),
  ),
];
async function* inPieces(): AsyncGenerator<readonly Kept[]> {
  for (const kept of shuffled) yield [kept];
}
const ours = `followon-health-${process.pid}-`;
const foldersLeft = () => readdirSync(tmpdir()).filter((name) => name.startsWith(ours));

test.each([{ mostCharacters: LITTLE }, { mostCharacters: 1e6 }])(
  'groups come as they first appeared, each by date and then by line: $mostCharacters',
  async ({ mostCharacters }) => {
    const groups: (readonly Kept[])[] = [];
    for await (const group of inOrder(inPieces(), mostCharacters)) groups.push(group);
    expect(groups.map((group) => group.map((kept) => kept.line)).slice(0, 2)).toEqual([
      [4, 2],
      [5, 6, 3],
    ]);
    expect(groups[0]?.[0]).toEqual(shuffled[2]);
    expect(groups.flat()).toHaveLength(shuffled.length);
  },
);

test('the folder for sorting is gone when nobody reads on', async () => {
  for await (const group of inOrder(inPieces(), LITTLE)) {
    expect(foldersLeft().length).toBe(1);
    expect(group.length).toBeGreaterThan(0);
    break;
  }
  expect(foldersLeft()).toEqual([]);
});
