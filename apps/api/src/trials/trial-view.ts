import type { TrialArm, TrialKindView, TrialOffer, TrialView } from '@followon/shared/contract/trials';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { ArmTotal, Effect } from '@followon/shared/rules/trial/effect';
import type { TrialKey } from '@followon/shared/rules/trial/kinds';
import { trialKinds } from '@followon/shared/rules/trial/kinds';
import { unitsFor } from '@followon/shared/rules/trial/terms';
import { lastAssigned } from '@followon/shared/rules/trial/when-measured';
import type { TrialRow } from './trial-queries.js';

const SHARES = [0.5, 0.25];
const EFFECTS = [0.1, 0.15, 0.2, 0.3];

/** The choices on the form; others within the bounds are taken too. */
export const offers: TrialOffer[] = SHARES.flatMap((withheldShare) =>
  EFFECTS.map((smallestEffect) => {
    const chosen = { withheldShare, smallestEffect };
    return { ...chosen, units: unitsFor(chosen) };
  }),
);

const arm = ({ units, groups, good }: ArmTotal, isShown: boolean): TrialArm => ({
  ...{ units, groups },
  good: isShown ? good : null,
});

/** How often something came about is told with its effect or not at all. */
export function trialView(row: TrialRow, { sent, withheld, difference }: Effect): TrialView {
  const isShown = difference !== null;
  return {
    ...{ id: row.id, key: row.key, state: row.state, terms: row.terms, joined: row.joined, difference },
    ...{ sent: arm(sent, isShown), withheld: arm(withheld, isShown) },
    startedAt: row.startedAt.toISOString(),
    joinsUntil: londonDate(lastAssigned(row.startedAt, row.terms)),
    endedAt: row.endedAt?.toISOString() ?? null,
    switchedOnAt: row.switchedOnAt?.toISOString() ?? null,
    switchedOnWhy: row.switchedOnWhy,
  };
}

export function standsOf(key: TrialKey, trials: readonly TrialRow[]): TrialKindView['stands'] {
  const latest = trials.find((trial) => trial.key === key);
  if (latest?.state === 'running') return 'on-trial';
  return latest?.state === 'retired' && !latest.switchedOnAt ? 'retired' : 'sent';
}

export const kindView = (key: TrialKey, trials: readonly TrialRow[], occasions: number): TrialKindView => ({
  ...{ key, ...trialKinds[key], occasionsLastYear: occasions },
  stands: standsOf(key, trials),
});
