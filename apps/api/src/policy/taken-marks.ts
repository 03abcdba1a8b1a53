import type { PolicyThresholds } from '@followon/shared/contract/policy';
import type { Figures } from '@followon/shared/rules/disclosure/show-group';
import { fitted } from '@followon/shared/rules/health/fitted';
import { presetOf, snapMarks } from '@followon/shared/rules/health/presets';
import { Refusal } from '../http/problem.js';

const ONLY_PRESETS =
  'Only a site administrator of this site may set each mark. Choose early, as shipped, or only when it is clear.';

/**
 * The marks as they are tried and kept. Whoever may not know how many people came to a group gets the presets only: by
 * moving one mark a little at a time, the day on which a group is flagged tells how many came.
 * @throws Refusal 400 for single marks of a reader whose figures are not whole
 */
export function takenMarks(wanted: PolicyThresholds, figures: Figures): PolicyThresholds {
  if (figures === 'whole' || presetOf(wanted, fitted.thresholds)) return snapMarks(wanted, fitted.thresholds);
  throw new Refusal('invalid', 'presets-only', ONLY_PRESETS, {
    errors: [{ path: 'thresholds', message: ONLY_PRESETS }],
  });
}
