import type { Series } from '../data/series.js';
import { judgeMeetings } from './judge-meetings.js';
import { judgeMembers } from './judge-members.js';
import { judgeMonths } from './judge-months.js';
import { calendarWeek, judgeTicks, ownWeek } from './judge-ticks.js';
import type { MeetingRow, MemberRow, Row, TickRow } from './rows.js';

/** Everything that was judged, in the order of the series. `counts`: of the series without names. */
export type Judged = {
  readonly meetings: readonly MeetingRow[];
  readonly members: readonly MemberRow[];
  /** Weekly, on the group's own weekday and on that of everybody. */
  readonly ticks: readonly TickRow[];
  readonly counts: { readonly meetings: readonly MeetingRow[]; readonly months: readonly Row[] };
};

const weekly = (day: number, firstDay: number): boolean => ownWeek(day, firstDay) || calendarWeek(day);

/** The engine as it stands, on every series; `only` leaves series out and keeps the numbers of the others. */
export function judgeAll(series: readonly Series[], only: (group: number) => boolean = () => true): Judged {
  const chosen = [...series.entries()].filter(([group]) => only(group));
  const named = chosen.filter(([, { isNamed }]) => isNamed);
  const counted = chosen.filter(([, { isNamed }]) => !isNamed);
  return {
    meetings: named.flatMap(([group, one]) => judgeMeetings(one, group)),
    members: named.flatMap(([group, one]) => judgeMembers(one, group)),
    ticks: named.flatMap(([group, one]) => judgeTicks(one, { group, looks: weekly })),
    counts: {
      meetings: counted.flatMap(([group, one]) => judgeMeetings(one, group)),
      months: counted.flatMap(([group, one]) => judgeMonths(one, group)),
    },
  };
}
