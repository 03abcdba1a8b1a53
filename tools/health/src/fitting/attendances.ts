import type { Episode, Series } from '../data/series.js';
import type { Attendance } from './coming-and-going.js';

/** Registers after somebody's first that are looked at: long series would otherwise be all the fit sees. */
const LOOKED_AT = 40;
/** Fewer say nothing about staying. */
const LEAST = 3;

type History = Omit<Attendance, 'people'>;

/** How everybody came in each episode, after the first register that names them: that one is no opportunity. */
export const attendancesIn = (series: Series): readonly History[] =>
  series.isNamed ? series.episodes.flatMap((episode) => attendancesOf(registersOf(series, episode))) : [];

const registersOf = ({ history }: Series, { first, last }: Episode): readonly ReadonlySet<string>[] =>
  history.meetings.flatMap(({ on, attendees }) =>
    attendees && first <= on && on <= last ? [new Set(attendees)] : [],
  );

function attendancesOf(registers: readonly ReadonlySet<string>[]): History[] {
  const firstOf = new Map<string, number>();
  for (const [place, register] of registers.entries())
    for (const who of register) if (!firstOf.has(who)) firstOf.set(who, place);
  return [...firstOf]
    .map(([who, first]) => historyOf(registers.slice(first + 1, first + 1 + LOOKED_AT), who))
    .filter(({ n }) => n >= LEAST);
}

function historyOf(registers: readonly ReadonlySet<string>[], who: string): History {
  const came = registers.flatMap((register, place) => (register.has(who) ? [place + 1] : []));
  return { x: came.length, last: came.at(-1) ?? 0, n: registers.length };
}
