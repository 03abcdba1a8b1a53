import type { ClearsWhen, Level, Reason } from '../health/facts.js';
import type { StripSlot } from '../health/turnout.js';

/** `whole`: the group's ring of people with a duty to it. `shape`: kinds and dates, never how many people came. */
export type Figures = 'whole' | 'shape';

export type Judgement = {
  readonly level: Level | null;
  readonly reasons: readonly Reason[];
  readonly clearsWhen: ClearsWhen | null;
  /** Instant (ISO) since when the level holds. */
  readonly since: string | null;
  readonly noNews: boolean;
};

/** `watch` is internal: no reader of the product is told of it. */
export const shownLevel = (level: Level | null): Level | null => (level === 'watch' ? 'steady' : level);

/**
 * A judgement as a reader may see it. Reasons and dates that would tell of a `watch` go with it, and a steady group is
 * shown in just the same way: with a date, the one without would stand out. Silence stays, and so does where a silent
 * group's people went.
 */
export function showJudgement(judgement: Judgement, figures: Figures): Judgement {
  const shown = shownLevel(judgement.level) === 'steady' ? asSteady(judgement) : judgement;
  if (figures === 'whole') return shown;
  return {
    ...shown,
    reasons: shown.reasons.map(withoutPeople),
    clearsWhen: showWayOut(shown.clearsWhen, figures),
  };
}

const SILENCE: readonly Reason['key'][] = ['silent', 'long-silent'];

function asSteady({ reasons, noNews }: Judgement): Judgement {
  return {
    level: 'steady',
    reasons: reasons.filter(({ key }) => key === 'carries-on' || (noNews && SILENCE.includes(key))),
    clearsWhen: noNews ? { key: 'any-news' } : null,
    since: null,
    noNews,
  };
}

/** Registers may be counted outside the ring, people may not. */
function withoutPeople({
  usual: _usual,
  recent: _recent,
  likely: _likely,
  count,
  of,
  ...reason
}: Reason): Reason {
  const areRegisters = reason.key === 'registers-missing';
  return {
    ...reason,
    ...(areRegisters && count !== undefined && { count }),
    ...(areRegisters && of !== undefined && { of }),
  };
}

/** Reasons as a reader may see them, for records that keep reasons of their own. */
export const showReasons = (reasons: readonly Reason[], figures: Figures): readonly Reason[] =>
  figures === 'whole' ? reasons : reasons.map(withoutPeople);

/** What would bring the level down again, with how many people it takes only inside the ring. */
export const showWayOut = (clearsWhen: ClearsWhen | null, figures: Figures): ClearsWhen | null =>
  figures === 'whole' ? clearsWhen : clearsWhen && { key: clearsWhen.key };

export type ShownTurnout = { readonly usual: number | null; readonly slots: readonly StripSlot[] };

/** The turnout strip as a reader may see it: its shape stays, its numbers only inside the group's ring. */
export function showTurnout(turnout: ShownTurnout, figures: Figures): ShownTurnout {
  if (figures === 'whole') return turnout;
  return { usual: null, slots: turnout.slots.map((slot) => ({ ...slot, headcount: null })) };
}
