import type { AlertView } from '@followon/shared/contract/alerts';
import type { Figures } from '@followon/shared/rules/disclosure/show-group';
import { showReasons, showTurnout } from '@followon/shared/rules/disclosure/show-group';
import { stripOf } from '@followon/shared/rules/health/turnout';
import type { AlertRow } from './alert-queries.js';

/** An episode that nobody has closed and that has not become untrue. */
export const isOpen = ({ state }: Pick<AlertView, 'state'>): boolean =>
  state === 'open' || state === 'acknowledged';

interface Shown {
  readonly figures: Figures;
  readonly slots: number;
  readonly mayAct: boolean;
}

/** One alert for one reader: about the group, in words and head counts, never about a person. */
export function alertView(row: AlertRow, shown: Shown): AlertView {
  const { id, siteId, siteName, groupId, groupName, programmeId, programmeName, cause, state, stage } = row;
  const { openedAt, acknowledgedAt, closedAt, withdrawnBecause, outcome } = row;
  const { snoozedUntil, noConcernBecause, myVerdict } = row;
  return {
    ...{ id, siteId, siteName, groupId, groupName, programmeId, programmeName, cause, state, stage },
    ...{ snoozedUntil, withdrawnBecause, outcome, noConcernBecause, myVerdict },
    reasons: [...showReasons(row.reasons, shown.figures)],
    openedAt: openedAt.toISOString(),
    acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
    turnout: turnoutOf(row, shown),
    mayAct: shown.mayAct && isOpen(row),
  };
}

function turnoutOf(
  { cadence, meetings, rests, usual }: AlertRow,
  { figures, slots }: Shown,
): AlertView['turnout'] {
  if (cadence === null) return null;
  const turnout = showTurnout({ usual, slots: stripOf({ cadence, meetings, rests }, slots) }, figures);
  return { ...turnout, slots: [...turnout.slots] };
}
