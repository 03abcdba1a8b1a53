import { expect, test } from '@jest/globals';
import { withoutNames } from '../data/series.js';
import { aDozen } from '../judging/a-series.js';
import { judgeAll } from '../judging/judge-all.js';
import { ENGINE } from '../judging/rows.js';
import { controlSection, shuffledAreas } from './control-section.js';
import { evaluation } from './evaluation.js';

const named = aDozen();
const all = [...named, ...aDozen().map(withoutNames)];
const shipped = judgeAll(all);

test('an evaluation names no group and nobody, and is the same every time', () => {
  const text = evaluation({ shipped });
  expect(text).toContain('| the engine |');
  expect(text).not.toMatch(/lives-|ended-|somewhere/);
  expect(evaluation({ shipped })).toBe(text);
});

test('every score stands beside every simple rule, and is compared with the best of them', () => {
  const meetings = evaluation({ shipped }).split('\n\n### ')[0] ?? '';
  for (const rule of [
    'head count now',
    'mean of last 3 low',
    'down on trailing 8',
    'gap / usual gap',
    'CUSUM',
  ])
    expect(meetings).toMatch(new RegExp(`\\| (\\*\\*)?${rule}(\\*\\*)? \\| \\d`));
  expect(meetings.match(/\*\*/g)).toHaveLength(2);
  expect(meetings).toMatch(/\| the engine \| \d\.\d+ \(.*\) \| .* \| [+-]\d/);
});

test('files without registers, or without head counts, are judged as far as they go', () => {
  expect(evaluation({ shipped: judgeAll(named) })).toContain(
    '### Counts only, at meetings\n\nNo row of this kind',
  );
  const counts = evaluation({ shipped: judgeAll(named.map(withoutNames)) });
  expect(counts).toContain('### Negative controls\n\nNo row of this kind');
});

test('on shuffled outcomes the engine finds nothing', () => {
  const scores = shipped.meetings.map((row) => row.scores[ENGINE] ?? 0);
  const areas = shuffledAreas(shipped.meetings, scores);
  const mean = areas.reduce((sum, area) => sum + area, 0) / areas.length;
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.05);
  expect(controlSection(shipped.meetings)).toContain('| AUC of a constant | 0.500 | 0.500 |');
});
