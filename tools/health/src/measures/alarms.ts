/** A day looked on; days of an episode follow each other. */
export type Look = {
  readonly group: number;
  readonly episode: number;
  readonly y: 0 | 1;
  readonly sinceEnd: number | null;
  /** Two more meetings follow up to the last viable one. */
  readonly isTwoAhead: boolean;
};

export type Alarms = {
  /** Rising edges in healthy time, a group-year. */
  readonly falseEdges: number;
  /** Share of healthy time in alarm: false edges flatter what stays on. */
  readonly healthyOn: number;
  /** Of the looks in alarm, those that came true. */
  readonly precision: number;
  /** Of the ended episodes, those in alarm within the 90 days up to the last viable meeting; and up to 30 days later. */
  readonly flagged: number;
  /** Of the same, two meetings before it or earlier. */
  readonly flaggedAhead: number;
  readonly flaggedLater: number;
};

const DAYS_BEFORE = 90;
const DAYS_LATER = 30;
const YEAR = 365.25;

/** What an alarm costs and finds. `isOn` for each look; `everyDays` is how far apart looks are. */
export function alarmsOf(looks: readonly Look[], isOn: readonly boolean[], everyDays: number): Alarms {
  const healthy = [...looks.keys()].filter((row) => looks[row]?.y === 0);
  const rising = healthy.filter((row) => isOn[row] && !(isOn[row - 1] && isSame(looks, row)));
  const on = [...looks.keys()].filter((row) => isOn[row]);
  const ended = new Set(looks.filter(({ sinceEnd }) => sinceEnd !== null).map(({ episode }) => episode));
  const found = (isNear: (look: Look) => boolean): number =>
    new Set(
      on
        .flatMap((row) => looks[row] ?? [])
        .filter(isNear)
        .map(({ episode }) => episode),
    ).size / ended.size;
  return {
    falseEdges: rising.length / ((healthy.length * everyDays) / YEAR),
    healthyOn: healthy.filter((row) => isOn[row]).length / healthy.length,
    precision: on.filter((row) => looks[row]?.y === 1).length / on.length,
    flagged: found((look) => isNear(look, 0)),
    flaggedAhead: found((look) => look.isTwoAhead && isNear(look, 0)),
    flaggedLater: found((look) => isNear(look, DAYS_LATER)),
  };
}

const isSame = (looks: readonly Look[], row: number): boolean =>
  looks[row]?.episode === looks[row - 1]?.episode;

const isNear = ({ sinceEnd }: Look, until: number): boolean =>
  sinceEnd !== null && sinceEnd >= -DAYS_BEFORE && sinceEnd <= until;

export type Budget = { readonly falseEdges: number; readonly healthyOn: number };

/**
 * The lowest mark within the budget, coming down from the highest score and stopping where the budget is first spent; Infinity
 * where nothing is within it.
 */
export function markWithin(
  { looks, scores, everyDays }: { looks: readonly Look[]; scores: readonly number[]; everyDays: number },
  budget: Budget,
): number {
  let best = Infinity;
  for (const mark of marksOf(scores)) {
    const { falseEdges, healthyOn } = alarmsOf(
      looks,
      scores.map((score) => score >= mark),
      everyDays,
    );
    if (falseEdges > budget.falseEdges || healthyOn > budget.healthyOn) break;
    best = mark;
  }
  return best;
}

const MARKS = 400;

/** From the highest down: the scores at 400 shares of the rows, none twice. */
function marksOf(scores: readonly number[]): number[] {
  const sorted = [...scores].sort((a, b) => a - b);
  const shares = Array.from({ length: MARKS }, (_, step) => 1 - (0.7 * step) / (MARKS - 1));
  return [...new Set(shares.map((share) => sorted[Math.round(share * (sorted.length - 1))] ?? Infinity))];
}
