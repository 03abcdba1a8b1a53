import { mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Desk, typed } from '../../../tests/support/typed-command.js';

const header = 'site,group,date,status,headcount,attendees';
const good = 'Moor,Walk,2026-03-02,held,2,a;b';

let desk: Desk;
beforeEach(() => void (desk = new Desk()));
afterEach(() => desk.clear());

describe('what cannot be done is said in a sentence, and nothing is written', () => {
  test.each([
    {
      how: 'no file',
      args: ['nowhere.csv', '--out', 'scores.csv'],
      says: 'nowhere.csv cannot be read. It is not there.',
    },
    { how: 'a folder', args: ['.', '--out', 'scores.csv'], says: 'Save the registers as a file' },
    { how: 'an empty file', content: '', says: 'is empty. Its first line must be: site,group,date' },
    { how: 'no header', content: `${good}\n`, says: 'is no register file. Its first line must be:' },
    { how: 'another table', content: 'name,age\nJane,4\n', says: 'is no register file' },
    { how: 'UTF-16', content: Buffer.from(`\uFEFF${header}\n`, 'utf16le'), says: 'is no register file' },
    {
      how: 'onto itself',
      args: ['registers.csv', '--out', './registers.csv'],
      says: '--out is the file of registers itself',
    },
    { how: 'onto itself by another name', args: ['registers.csv', '--out', 'link.csv'], says: 'itself' },
    {
      how: 'members onto the scores',
      args: ['registers.csv', '--out', 's.csv', '--members', 's.csv'],
      says: '--members and --out are one file.',
    },
    {
      how: 'into a folder',
      args: ['registers.csv', '--out', 'folder'],
      says: 'folder cannot be written. It is a folder.',
    },
    {
      how: 'into no folder',
      args: ['registers.csv', '--out', 'none/s.csv'],
      says: 'cannot be written. It is not there.',
    },
    {
      how: 'members into no folder',
      args: ['registers.csv', '--out', 's.csv', '--members', 'none/m.csv'],
      says: 'm.csv cannot be written',
    },
    {
      how: 'members onto the registers',
      args: ['registers.csv', '--out', 's.csv', '--members', 'registers.csv'],
      says: '--members is the file of registers itself',
    },
    {
      how: 'members onto the scores by another way there',
      args: ['registers.csv', '--out', 's.csv', '--members', 'here/s.csv'],
      says: '--members and --out are one file.',
    },
    { how: 'nothing at all', args: [], says: 'Say which file' },
    { how: 'no registers', args: ['--out', 's.csv'], says: 'Say which file' },
    { how: 'two files', args: ['a.csv', 'b.csv', '--out', 's.csv'], says: 'One file of registers at a time' },
    { how: 'no out', args: ['registers.csv'], says: 'Say where to write' },
    {
      how: 'no out for members',
      args: ['registers.csv', '--explain', 'Walk', '--members', 'm.csv'],
      says: '--members goes with --out',
    },
    {
      how: 'unknown ticks',
      args: ['registers.csv', '--out', 's.csv', '--ticks', 'yearly'],
      says: '--ticks takes weekly or daily',
    },
    {
      how: 'an unknown option',
      args: ['registers.csv', '--out', 's.csv', '--fast'],
      says: "Unknown option '--fast'",
    },
    { how: 'an option without its value', args: ['registers.csv', '--out'], says: '--out' },
  ])('$how', async ({ args = ['registers.csv', '--out', 'scores.csv'], content, says }) => {
    if (content === undefined) desk.registers([good]);
    else desk.file(content);
    mkdirSync(desk.path('folder'));
    symlinkSync(desk.path('registers.csv'), desk.path('link.csv'));
    symlinkSync(desk.folder, desk.path('here'));
    const before = desk.read('registers.csv');
    const files = readdirSync(desk.folder);
    const placed = args.map((arg) =>
      arg.startsWith('--') || ['Walk', 'yearly'].includes(arg) ? arg : desk.path(arg),
    );
    const { code, stdout, stderr } = await typed(placed);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(readdirSync(desk.folder)).toEqual(files);
    expect(desk.read('registers.csv')).toBe(before);
  });

  test('a file that was there before stays as it was', async () => {
    desk.file('precious', 'scores.csv');
    desk.file('no registers');
    expect((await typed([desk.path('registers.csv'), '--out', desk.path('scores.csv')])).code).toBe(1);
    expect(desk.read('scores.csv')).toBe('precious');
  });

  test('what is no file is written to and stays what it is', async () => {
    desk.registers([good]);
    expect((await typed([desk.path('registers.csv'), '--out', '/dev/null'])).code).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});
