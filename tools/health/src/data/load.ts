import type { MeetingFact } from '@followon/shared/rules/health/facts';
import type { Episode, Series } from './series.js';
import { countIn, dateIn, readTable, type Line } from './table-file.js';

/** The files of the format, as shared/data describes it. Any of them may be absent. */
export const dataFiles = ['registers.csv', 'headcounts.csv', 'episodes.csv'] as const;

const outcomes: { readonly [status: string]: MeetingFact['outcome'] } = {
  held: 'held',
  missing: 'missing',
  cancelled: 'not-held',
  not_held: 'not-held',
};

/** Every series of the folder, in order of first appearance. Throws, with file and line, on what cannot be read. */
export function loadSeries(folder: string): readonly Series[] {
  const episodes = grouped(readTable(folder, 'episodes.csv'), episodeOf);
  const registers = seriesIn(readTable(folder, 'registers.csv'), { isNamed: true, episodes });
  const headcounts = seriesIn(readTable(folder, 'headcounts.csv'), { isNamed: false, episodes });
  if (registers.length + headcounts.length === 0)
    throw new Error('Neither registers.csv nor headcounts.csv with at least one row was found there.');
  return [...registers, ...headcounts];
}

type Known = { readonly isNamed: boolean; readonly episodes: ReadonlyMap<string, readonly Episode[]> };

function seriesIn(lines: readonly Line[], { isNamed, episodes }: Known): readonly Series[] {
  const ends = new Map<string, string>();
  for (const line of lines) {
    const [site, on] = [line.field('site'), dateIn(line, 'date')];
    if (on > (ends.get(site) ?? '')) ends.set(site, on);
  }
  return [...grouped(lines, meetingOf)].map(([name, meetings]) => ({
    name,
    isNamed,
    history: { cadence: 'irregular', meetings: inOrder(name, meetings), rests: [] },
    episodes: [...(episodes.get(name) ?? [])].sort((a, b) => (a.first < b.first ? -1 : 1)),
    recordEndsOn: ends.get(siteOf(name)) ?? '',
  }));
}

const nameOf = ({ field }: Line): string => `${field('site')}\n${field('group')}`;
const siteOf = (name: string): string => name.slice(0, name.indexOf('\n'));

function grouped<T>(lines: readonly Line[], read: (line: Line) => T): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const line of lines) {
    const name = nameOf(line);
    const known = groups.get(name);
    if (known) known.push(read(line));
    else groups.set(name, [read(line)]);
  }
  return groups;
}

function meetingOf(line: Line): MeetingFact {
  const status = line.field('status');
  const outcome = outcomes[status];
  if (outcome === undefined)
    throw new Error(`${line.where}: "status" is none of ${Object.keys(outcomes).join(', ')}.`);
  const on = dateIn(line, 'date');
  if (outcome !== 'held') return { meetingId: on, on, outcome, headcount: null };
  const attendees = line.field('attendees');
  const names = attendees === '' ? {} : { attendees: [...new Set(attendees.split(';'))] };
  return { meetingId: on, on, outcome, headcount: countIn(line, 'headcount'), ...names };
}

function inOrder(name: string, meetings: readonly MeetingFact[]): readonly MeetingFact[] {
  const sorted = [...meetings].sort((a, b) => (a.on < b.on ? -1 : 1));
  const twice = sorted.find(({ on }, place) => on === sorted[place - 1]?.on);
  if (twice) throw new Error(`${name.replace('\n', ', ')}: there are two rows of ${twice.on}.`);
  return sorted;
}

const episodeOf = (line: Line): Episode => ({
  first: dateIn(line, 'first'),
  last: dateIn(line, 'last'),
  lastViable: line.field('dissolved') === '1' ? dateIn(line, 'last_viable') : null,
});
