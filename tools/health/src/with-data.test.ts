import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { fitted } from '@followon/shared/rules/health/fitted';
import { loadSeries } from './data/load.js';
import { changes } from './fitting/difference.js';
import { fitAll, shippedNumbers } from './fitting/fit-all.js';
import { judgeMeetings } from './judging/judge-meetings.js';
import { documentPath } from './report/document.js';
import { fileHash } from './report/hashes.js';

const folder = process.env['FOLLOWON_HEALTH_DATA'] ?? '';
const described = folder === '' ? describe.skip : describe;

described('with the registers that FOLLOWON_HEALTH_DATA points at (skipped where it is not set)', () => {
  const series = folder === '' ? [] : loadSeries(folder);

  test('the shipped numbers were fitted on these registers, and a fit gives them again', () => {
    expect(fitted.fittedOn).toBe(fileHash(join(folder, 'registers.csv')));
    expect(changes(shippedNumbers(), fitAll(series))).toEqual([]);
  });

  test('the decision points at meetings are those of the design', () => {
    const rows = series.filter(({ isNamed }) => isNamed).flatMap((one, group) => judgeMeetings(one, group));
    expect([rows.length, rows.filter(({ y }) => y === 1).length]).toEqual([1990, 137]);
  });

  test('no group and nobody of them is named in the documentation', () => {
    const document = readFileSync(documentPath, 'utf8');
    const names = series.map(({ name }) => name.slice(name.indexOf('\n') + 1));
    const people = series.flatMap(({ history }) =>
      history.meetings.flatMap(({ attendees = [] }) => attendees),
    );
    expect([...new Set([...names, ...people])].filter((name) => document.includes(name))).toEqual([]);
  });
});
