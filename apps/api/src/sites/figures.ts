/**
 * What each figure of an overview counts, as SQL. The list behind a figure filters by the very same condition, so that a
 * count and its rows never differ. The aliases are those of the lists: `g` a group, `m` its meeting, `h` a handover.
 */

/** Groups that meet or might: the others have nothing to be judged, late or missing. */
export const GOES_ON = `g.state in ('forming', 'meeting', 'unknown')`;

const HAS_ENDED = `g.state in ('closed', 'closed-well', 'merged')`;

/**
 * Everybody reads `watch` as `steady`. A group that does not go on has no level, and one of which there is no news is
 * counted as that alone: each group stands in one column.
 */
export const SHOWN_LEVEL = `case when g.state in ('forming', 'meeting') then case h.level when 'watch' then 'steady' else h.level end end`;

/** @param today SQL of the present day */
export const registerIsMissing = (today: string): string =>
  `(m.outcome = 'planned' and m.held_on < ${today} and not ${HAS_ENDED})`;

/** Nobody waits for the tasks of a handover that is closed. */
export const IS_UNDER_WAY = `h.state in ('open', 'signed-off', 'accepted')`;

/** At least one task is past its day and not done. */
export const IS_LATE = `(${IS_UNDER_WAY} and exists (
  select 1 from handover_task late where late.handover_id = h.id and late.state = 'overdue'))`;
