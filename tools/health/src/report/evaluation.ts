import { WEIGHTS_ALONE } from '../judging/cross-validate.js';
import type { Judged } from '../judging/judge-all.js';
import { ENGINE, type Row } from '../judging/rows.js';
import { alarmSection } from './alarm-section.js';
import { controlSection } from './control-section.js';
import { meetingSection } from './meeting-sections.js';
import { memberSection } from './member-section.js';
import { rankingSection } from './ranking-section.js';

const REFITTED = `${ENGINE}, refitted on other groups`;
const ALONE = `${REFITTED}, weights alone`;
const FREE = `${ENGINE}, refitted with free weights`;
const FREE_ALONE = `${FREE}, weights alone`;

/** The engine as shipped and, where it was asked for, as fitted without the group that is judged. */
type Evaluated = { readonly shipped: Judged; readonly refitted?: Judged; readonly free?: Judged };

export function evaluation({ shipped, refitted, free }: Evaluated): string {
  const meetings = beside(shipped.meetings, {
    [REFITTED]: [refitted?.meetings],
    [ALONE]: [refitted?.meetings, WEIGHTS_ALONE],
    [FREE]: [free?.meetings],
    [FREE_ALONE]: [free?.meetings, WEIGHTS_ALONE],
  });
  const members = beside(shipped.members, { [REFITTED]: [refitted?.members] });
  const ticks = beside(shipped.ticks, { [REFITTED]: [refitted?.ticks] });
  const own = ticks.filter(({ isOwnWeek }) => isOwnWeek);
  const calendar = ticks.filter(({ day }) => day % 7 === 0);
  return [
    meetingSection('Groups at meetings: the last viable meeting is among this and the next five', meetings),
    rankingSection('Groups between meetings, weekly on the own weekday: it is past or within 90 days', own)
      .text,
    rankingSection('The same in calendar weeks', calendar).text,
    memberSection(members),
    meetingSection('Counts only, at meetings', shipped.counts.meetings),
    rankingSection('Counts only, monthly: no meeting in the next 12 months', shipped.counts.months).text,
    alarmSection('Alarms, weekly on the own weekday', own),
    alarmSection('Alarms, in calendar weeks', calendar),
    controlSection(shipped.meetings),
  ].join('\n\n');
}

/** Rows of another judgement, and which of its scores is meant. */
type Other = readonly [rows: readonly Row[] | undefined, score?: string];

/** Scores of other judgements of the same rows, named, behind that of the first. */
function beside<R extends Row>(rows: readonly R[], others: { readonly [name: string]: Other }): readonly R[] {
  return rows.map((row, place) => {
    const { [ENGINE]: engine = 0, ...rest } = row.scores;
    const added = Object.entries(others).flatMap(([name, [judged, score = ENGINE]]) =>
      judged ? [[name, judged[place]?.scores[score] ?? 0] as const] : [],
    );
    return { ...row, scores: { [ENGINE]: engine, ...Object.fromEntries(added), ...rest } };
  });
}
