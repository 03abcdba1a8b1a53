import type { GroupHealthView, HealthSlot, LevelChange } from '@followon/shared/contract/health';
import type { Figures } from '@followon/shared/rules/disclosure/show-group';
import { shownLevel, showReasons } from '@followon/shared/rules/disclosure/show-group';
import type { Expected, Level, Reason } from '@followon/shared/rules/health/facts';
import { fitted } from '@followon/shared/rules/health/fitted';
import type { StripSlot } from '@followon/shared/rules/health/turnout';
import type { GroupRow } from './group-queries.js';
import type { Shown } from './group-views.js';
import { goesOn, isOwn, judgementOf, turnoutOf } from './group-views.js';

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

interface Told extends Shown {
  readonly history: readonly LevelChangeRow[];
  /** By meeting; empty for readers who see no head counts. */
  readonly expectedAt: ReadonlyMap<string, Expected>;
  readonly successorGroupId: string | null;
}

export function groupHealthView(
  row: GroupRow,
  { history, expectedAt, successorGroupId, ...shown }: Told,
): GroupHealthView {
  const { level, since, reasons, clearsWhen, noNews } = judgementOf(row, shown.figures);
  const { usualGapDays, expectedNextOn } = row;
  const turnout = turnoutOf(row, shown);
  const numbers = { ...numbersOf(row, shown.figures), score: scoreOf(row, shown.figures) };
  const expectedOf = (slot: StripSlot): Expected | null | undefined =>
    slot.kind === 'planned' && slot.on === expectedNextOn
      ? numbers.expected
      : expectedAt.get(slot.meetingId ?? '');
  return {
    ...{ groupId: row.id, level, reasons: [...reasons], clearsWhen, since, noNews, ...numbers },
    ...{ successorGroupId, usual: turnout.usual, usualGapDays, expectedNextOn },
    asOfSeq: row.asOfSeq ?? 0,
    assessedAt: row.assessedAt?.toISOString() ?? null,
    parameterVersion: row.parameterVersion ?? fitted.version,
    turnout: {
      usual: turnout.usual,
      slots: turnout.slots.map((slot) => withExpected(slot, expectedOf(slot))),
    },
    history: history.flatMap((change) => levelChange(change, shown.figures)),
  };
}

type Numbers = Pick<GroupHealthView, 'silentDays' | 'confidence' | 'expected'>;

/** An expectation is made of head counts and goes where those go; days and registers are nobody's secret. */
function numbersOf(row: GroupRow, figures: Figures): Numbers {
  if (!goesOn(row)) return { silentDays: null, confidence: null, expected: null };
  const { silentDays, confidence, expected } = row;
  return { silentDays, confidence, expected: figures === 'whole' ? expected : null };
}

/**
 * Made of head counts, and goes where those go; but beside a level that is told as steady it would tell of a `watch`,
 * and the group's own people are not scored.
 */
function scoreOf(row: GroupRow, figures: Figures): number | null {
  const { level, score } = row;
  const isTold = goesOn(row) && (level === 'fading' || level === 'at-risk');
  if (!isTold || figures !== 'whole' || isOwn(row) || score === null) return null;
  return Math.round(score * 1000) / 1000;
}

function withExpected(slot: StripSlot, expected: Expected | null | undefined): HealthSlot {
  const isTold = expected && slot.kind !== 'not-held';
  return { ...slot, expected: isTold ? { low: expected.low, high: expected.high } : null };
}

/** Steps into and out of `watch` are internal: what is left is told as steady, or not at all. */
function levelChange({ from, to, at, reasons, ...rest }: LevelChangeRow, figures: Figures): LevelChange[] {
  const shown = { from: shownLevel(from), to: shownLevel(to) };
  if (shown.from === shown.to) return [];
  const told = to === 'watch' ? [] : showReasons(reasons, figures);
  return [{ ...rest, ...shown, at: at.toISOString(), reasons: [...told] }];
}
