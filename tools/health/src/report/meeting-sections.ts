import type { MeetingRow } from '../judging/rows.js';
import { withinGroupExcess, type Course } from '../measures/within-group.js';
import { calibrationTable } from './calibration-section.js';
import { kindOf, type Compared } from './compared.js';
import { difference } from './numbers.js';
import { rankingSection } from './ranking-section.js';
import { table } from './table.js';

/** Group scores at meetings: ranking, calibration, and whether the group's own end stands out. */
export function meetingSection(title: string, rows: readonly MeetingRow[]): string {
  const { text, all } = rankingSection(title, rows);
  if (rows.length === 0) return text;
  return [text, calibrationTable(rows, all), withinGroupTable(rows, all)].join('\n\n');
}

function withinGroupTable(rows: readonly MeetingRow[], all: readonly Compared[]): string {
  const lines = all
    .filter(({ name }) => kindOf(name) !== 'context')
    .map(({ name, scores }) => {
      const { excess, ...interval } = withinGroupExcess(coursesOf(rows, scores));
      return [name, difference(excess, interval)];
    });
  return table(['Score', 'Within-group excess (95%)'], lines);
}

function coursesOf(rows: readonly MeetingRow[], scores: readonly number[]): readonly Course[] {
  const courses = new Map<number, { group: number; points: { score: number; untilEnd: number | null }[] }>();
  for (const [place, { group, episode, untilEnd }] of rows.entries()) {
    const course = courses.get(episode) ?? { group, points: [] };
    course.points.push({ score: scores[place] ?? 0, untilEnd });
    courses.set(episode, course);
  }
  return [...courses.values()];
}
