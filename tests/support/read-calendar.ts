/** One event as a calendar program would understand it. */
export interface ReadEvent {
  readonly uid: string;
  readonly summary: string;
  readonly status: string;
  readonly sequence: number;
  /** A date, for what takes the whole day; else the instant. */
  readonly start: string;
  readonly end: string;
}

interface Line {
  readonly name: string;
  readonly parameters: string;
  readonly value: string;
}

type Component = readonly Line[];

function linesOf(text: string): Line[] {
  return text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, name = '', parameters = '', value = ''] = /^([A-Z-]+)((?:;[^:]*)?):(.*)$/.exec(line) ?? [];
      if (name === '') throw new Error(`no line of a calendar: ${line}`);
      return { name, parameters, value };
    });
}

function componentsOf(lines: readonly Line[], kind: string): Component[] {
  const found: Line[][] = [];
  let open: Line[] | undefined;
  for (const line of lines) {
    if (line.name === 'BEGIN' && line.value === kind) found.push((open = []));
    else if (line.name === 'END' && line.value === kind) open = undefined;
    else open?.push(line);
  }
  return found;
}

const one = (component: Component, name: string): Line | undefined =>
  component.find((line) => line.name === name);
const unescaped = (text: string): string =>
  text.replace(/\\([\\;,nN])/g, (_, letter: string) => (/n/i.test(letter) ? '\n' : letter));

const digits = (value: string): string => value.replace(/\D/g, '');
/** Wall-clock time as if it were UTC. */
const wall = (value: string): number => {
  const d = digits(value);
  return Date.UTC(+d.slice(0, 4), +d.slice(4, 6) - 1, +d.slice(6, 8), +d.slice(8, 10), +d.slice(10, 12));
};
const offsetMs = (value = '+0000'): number =>
  (value.startsWith('-') ? -1 : 1) * (+value.slice(1, 3) * 60 + +value.slice(3, 5)) * 60_000;

/** The last Sunday of the rule's month at the time of its start, in the year of `at`. */
function beginsIn(year: number, rule: Component): number {
  const month = +(/BYMONTH=(\d+)/.exec(one(rule, 'RRULE')?.value ?? '')?.[1] ?? 0);
  const first = wall(one(rule, 'DTSTART')?.value ?? '');
  const last = new Date(Date.UTC(year, month, 0));
  last.setUTCDate(last.getUTCDate() - last.getUTCDay());
  return last.getTime() + (first % 86_400_000);
}

/** By the rules that the calendar itself carries, not by anything this machine knows about zones. */
function instantOf({ value }: Line, lines: readonly Line[]): string {
  const at = wall(value);
  if (value.endsWith('Z')) return new Date(at).toISOString();
  const year = new Date(at).getUTCFullYear();
  const rules = [...componentsOf(lines, 'DAYLIGHT'), ...componentsOf(lines, 'STANDARD')];
  const latest = rules
    .map((rule) => {
      const inYear = beginsIn(year, rule);
      return { rule, from: inYear <= at ? inYear : beginsIn(year - 1, rule) };
    })
    .sort((a, b) => b.from - a.from)[0];
  if (!latest) throw new Error('the calendar has a local time and no zone');
  return new Date(at - offsetMs(one(latest.rule, 'TZOFFSETTO')?.value)).toISOString();
}

/** Reads a calendar the long way round, by RFC 5545. @throws Error for what is no calendar */
export function readCalendar(text: string): { readonly name: string; readonly events: readonly ReadEvent[] } {
  const lines = linesOf(text);
  const at = (line: Line | undefined): string => {
    if (!line) return '';
    if (!line.parameters.includes('VALUE=DATE')) return instantOf(line, lines);
    return line.value.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  };
  return {
    name: unescaped(one(lines, 'X-WR-CALNAME')?.value ?? ''),
    events: componentsOf(lines, 'VEVENT').map((event) => ({
      uid: one(event, 'UID')?.value ?? '',
      summary: unescaped(one(event, 'SUMMARY')?.value ?? ''),
      status: one(event, 'STATUS')?.value ?? '',
      sequence: Number(one(event, 'SEQUENCE')?.value),
      start: at(one(event, 'DTSTART')),
      end: at(one(event, 'DTEND')),
    })),
  };
}
