import type { GroupSummary, GroupView } from '@followon/shared/contract/groups';
import type { Figures, Judgement } from '@followon/shared/rules/disclosure/show-group';
import { showJudgement, showTurnout } from '@followon/shared/rules/disclosure/show-group';
import { stripOf } from '@followon/shared/rules/health/turnout';
import type { GroupRow } from './group-queries.js';

const noJudgement: Judgement = { level: null, reasons: [], clearsWhen: null, since: null, noNews: false };

/** The reader holds a role in it. */
export const isOwn = ({ kinds }: GroupRow): boolean => kinds.length > 0;

export const goesOn = ({ state }: GroupRow): boolean => ['forming', 'meeting', 'unknown'].includes(state);

/** A group that rests or has ended says nothing about how it is doing, whatever was judged last. */
export function judgementOf(row: GroupRow, figures: Figures): Judgement {
  if (!goesOn(row)) return noJudgement;
  const { level, reasons, clearsWhen, noNews, since } = row;
  return showJudgement({ level, reasons, clearsWhen, noNews, since: since?.toISOString() ?? null }, figures);
}

export interface Shown {
  readonly figures: Figures;
  /** Places in the turnout strip. */
  readonly slots: number;
}

export function turnoutOf({ cadence, meetings, rests, usual }: GroupRow, { figures, slots }: Shown) {
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
    ownGroup: isOwn(row),
    ...{ closedOn: row.closedOn, closeReason: row.closeReason ?? null },
    closing: row.closingOn && row.closingHow ? { on: row.closingOn, how: row.closingHow } : null,
    messagesOff: row.messagesOff,
    welcomesNew: row.welcomesNew,
    version: row.version,
  };
}
