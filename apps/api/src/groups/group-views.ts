import type { GroupSummary, GroupView } from '@followon/shared/contract/groups';
import type { GroupHealthView, LevelChange } from '@followon/shared/contract/health';
import type { Figures, Judgement } from '@followon/shared/rules/disclosure/show-group';
import {
  showJudgement,
  shownLevel,
  showReasons,
  showTurnout,
} from '@followon/shared/rules/disclosure/show-group';
import type { Level, Reason } from '@followon/shared/rules/health/facts';
import { fitted } from '@followon/shared/rules/health/fitted';
import { stripOf } from '@followon/shared/rules/health/turnout';
import type { GroupRow } from './group-queries.js';

const noJudgement: Judgement = { level: null, reasons: [], clearsWhen: null, since: null, noNews: false };

const goesOn = ({ state }: GroupRow): boolean => ['forming', 'meeting', 'unknown'].includes(state);

/** A group that rests or has ended says nothing about how it is doing, whatever was judged last. */
function judgementOf(row: GroupRow, figures: Figures): Judgement {
  if (!goesOn(row)) return noJudgement;
  const { level, reasons, clearsWhen, noNews, since } = row;
  return showJudgement({ level, reasons, clearsWhen, noNews, since: since?.toISOString() ?? null }, figures);
}

interface Shown {
  readonly figures: Figures;
  /** Places in the turnout strip. */
  readonly slots: number;
}

function turnoutOf({ cadence, meetings, rests, usual }: GroupRow, { figures, slots }: Shown) {
  const { slots: strip, ...rest } = showTurnout(
    { usual, slots: stripOf({ cadence, meetings, rests }, slots) },
    figures,
  );
  return { ...rest, slots: [...strip] };
}

export function groupSummary(row: GroupRow, shown: Shown): GroupSummary {
  const { id, siteId, siteName, programmeId, name, cadence, state, restingUntil, formedOn } = row;
  const { lastMetOn, nextMeetingOn, registersMissing } = row;
  const { level, since, reasons, clearsWhen, noNews } = judgementOf(row, shown.figures);
  return {
    ...{ id, siteId, siteName, programmeId, name, cadence, state, restingUntil, formedOn },
    ...{ level, levelSince: since, reasons: [...reasons], clearsWhen, noNews },
    ...{ lastMetOn, nextMeetingOn, registersMissing, turnout: turnoutOf(row, shown) },
  };
}

export function groupView(
  row: GroupRow,
  { may, ...shown }: Shown & { readonly may: GroupView['may'] },
): GroupView {
  return {
    ...groupSummary(row, shown),
    may,
    ownGroup: row.kinds.length > 0,
    messagesOff: row.messagesOff,
    version: row.version,
  };
}

/** One step of a group's level, as stored. */
export interface LevelChangeRow {
  readonly on: string;
  readonly at: Date;
  readonly from: Level | null;
  readonly to: Level | null;
  readonly reasons: Reason[];
  readonly eventId: string;
  readonly parameterVersion: string;
}

export function groupHealthView(
  row: GroupRow,
  { history, ...shown }: Shown & { readonly history: readonly LevelChangeRow[] },
): GroupHealthView {
  const { level, since, reasons, clearsWhen, noNews } = judgementOf(row, shown.figures);
  const { usualGapDays, expectedNextOn } = row;
  const turnout = turnoutOf(row, shown);
  return {
    ...{ groupId: row.id, level, score: null, reasons: [...reasons], clearsWhen, since, noNews },
    ...{ usual: turnout.usual, usualGapDays, expectedNextOn },
    asOfSeq: row.asOfSeq ?? 0,
    assessedAt: row.assessedAt?.toISOString() ?? null,
    parameterVersion: row.parameterVersion ?? fitted.version,
    turnout,
    history: history.flatMap((change) => levelChange(change, shown.figures)),
  };
}

/** Steps into and out of `watch` are internal: what is left is told as steady, or not at all. */
function levelChange({ from, to, at, reasons, ...rest }: LevelChangeRow, figures: Figures): LevelChange[] {
  const shown = { from: shownLevel(from), to: shownLevel(to) };
  if (shown.from === shown.to) return [];
  const told = to === 'watch' ? [] : showReasons(reasons, figures);
  return [{ ...rest, ...shown, at: at.toISOString(), reasons: [...told] }];
}
