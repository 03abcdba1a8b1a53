import { sayDate } from '@followon/shared/messages/say';
import type { Level } from '@followon/shared/rules/health/facts';
import type { RegisterLine } from '@followon/shared/rules/import/register-line';
import { sayCount } from '../progress.js';
import type { Shell } from '../shell.js';
import { legend, levelNames, painted, ribbon, sparkline } from './drawing.js';
import { storyOf, type LevelChange, type Story } from './level-changes.js';
import { sayClears, sayReasons } from './say-reasons.js';
import { wrap } from './wrap.js';

const NARROWEST = 24;
const INDENT = '  ';
const LONG_SILENT_DAYS = 35;

type Terminal = Pick<Shell, 'columns' | 'hasColours'>;

/** One group as rows for a terminal: what came of it, drawn and told. `lines` are by date, one a day, at least one. */
export function pageOf(
  lines: readonly RegisterLine[],
  lastOn: string,
  { columns, hasColours }: Terminal,
): string[] {
  const terminal = { columns: Math.max(NARROWEST, columns), hasColours };
  const story = storyOf(lines, lastOn);
  return [
    ...heading(lines, terminal),
    '',
    ...drawing(lines, story, terminal),
    '',
    ...history(story, terminal),
    '',
    ...wrap(ending(story, lastOn, terminal), terminal.columns),
  ];
}

function heading(lines: readonly RegisterLine[], { columns }: Terminal): string[] {
  const days = lines.map(({ on }) => sayDate(on));
  const span = [...new Set([days[0], days.at(-1)])].join(' to ');
  const cut = columns < lines.length ? ` The last ${columns} are drawn.` : '';
  const name = lines.slice(0, 1).map(({ site, group }) => `${group} (${site})`);
  return [...name, ...wrap(`${sayCount(lines.length, 'line')}, ${span}.${cut}`, columns)];
}

function drawing(
  lines: readonly RegisterLine[],
  { levels }: Story,
  { columns, hasColours }: Terminal,
): string[] {
  const shown = lines.slice(-columns);
  const most = Math.max(0, ...shown.map(({ headcount }) => headcount ?? 0));
  return [
    sparkline(shown, most),
    ribbon(levels.slice(-columns), hasColours),
    ...wrap(`▁ 0 to █ ${sayPeople(most)}`, columns),
    ...legend({ columns, hasColours }),
  ];
}

const sayPeople = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

const history = ({ changes }: Story, terminal: Terminal): string[] =>
  changes.length === 0
    ? wrap('We are getting to know this group: it has no level yet.', terminal.columns)
    : ['How its level changed', ...changes.flatMap((change) => told(change, terminal))];

function told({ on, before, level, reasons, clearsWhen }: LevelChange, terminal: Terminal): string[] {
  const from = before === null ? '' : `${levelNames[before]} → `;
  const why = [...sayReasons(reasons, on), sayClears(clearsWhen) ?? []].flat();
  return [
    ...wrap(`${sayDate(on)}: ${from}${sayLevel(level, terminal)}`, terminal.columns, INDENT),
    ...why.flatMap((text) => wrap(text, terminal.columns, INDENT.repeat(2))),
  ];
}

const sayLevel = (level: Level | null, { hasColours }: Terminal): string =>
  level === null ? 'not known well enough' : painted(level, levelNames[level], hasColours);

function ending({ atTheEnd: { level, silentDays } }: Story, lastOn: string, terminal: Terminal): string {
  const silence =
    (silentDays ?? 0) < LONG_SILENT_DAYS ? '' : ` It has not met for ${sayCount(silentDays ?? 0, 'day')}.`;
  return `On ${sayDate(lastOn)}, the last date of the file: ${sayLevel(level, terminal)}.${silence}`;
}
