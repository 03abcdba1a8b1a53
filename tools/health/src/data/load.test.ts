import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { loadSeries } from './load.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'followon-health-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const HEAD = 'site,group,date,status,headcount,attendees';
const given = (file: string, ...lines: string[]): void =>
  writeFileSync(join(folder, file), `${lines.join('\n')}\n`);

test('registers are read by date, each person once, and cancelled dates are no meetings', () => {
  given(
    'registers.csv',
    HEAD,
    'north,tea,2026-02-02,missing,,',
    'north,tea,2026-01-05,held,3,p1;p2;p1',
    'north,tea,2026-02-09,cancelled,,',
  );
  const [tea] = loadSeries(folder);
  expect(tea?.history.meetings.map(({ on, outcome }) => [on, outcome])).toEqual([
    ['2026-01-05', 'held'],
    ['2026-02-02', 'missing'],
    ['2026-02-09', 'not-held'],
  ]);
  expect(tea?.history.meetings[0]?.attendees).toEqual(['p1', 'p2']);
});

test('any file may be absent, and what became of a group is found by its site and name', () => {
  given('headcounts.csv', HEAD, 'north,tea,2026-01-05,held,3,', 'south,tea,2026-03-05,held,4,');
  given(
    'episodes.csv',
    'site,group,episode,meetings,first,last,last_viable,dissolved',
    'south,tea,0,1,2026-03-05,2026-03-05,2026-03-05,1',
  );
  const [north, south] = loadSeries(folder);
  expect([north?.isNamed, north?.episodes]).toEqual([false, []]);
  expect(south?.episodes).toEqual([{ first: '2026-03-05', last: '2026-03-05', lastViable: '2026-03-05' }]);
  expect([north?.recordEndsOn, south?.recordEndsOn]).toEqual(['2026-01-05', '2026-03-05']);
});

test.each([
  { line: 'north,tea,2026-13-01,held,3,', says: 'registers.csv line 2: "date" is no date' },
  { line: 'north,tea,2026-01-01,held,-3,', says: 'registers.csv line 2: "headcount" is no whole number' },
  { line: 'north,tea,2026-01-01,perhaps,3,', says: 'registers.csv line 2: "status" is none of held' },
  { line: 'north,tea,2026-01-01,held,3', says: 'registers.csv line 2: 5 fields where 6 were expected' },
])('a bad line is refused by file and number: $says', ({ line, says }) => {
  given('registers.csv', HEAD, line);
  expect(() => loadSeries(folder)).toThrow(says);
});

test('two rows of one group on one day are refused', () => {
  given('registers.csv', HEAD, 'north,tea,2026-01-05,held,3,', 'north,tea,2026-01-05,held,4,');
  expect(() => loadSeries(folder)).toThrow('two rows of 2026-01-05');
});

test('a folder with nothing in it is refused', () => {
  expect(() => loadSeries(folder)).toThrow('Neither registers.csv nor headcounts.csv');
});
