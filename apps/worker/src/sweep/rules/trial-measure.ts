import type { EntityManager } from 'typeorm';
import type { HeldTrial } from '../../trials/look-at-trial.js';
import { holdTrial, lookAtTrial } from '../../trials/look-at-trial.js';
import { cameAbout } from '../../trials/what-came-of-it.js';
import type { DueRow, SweepRule } from '../sweep-rule.js';

const UNIT = `
  select group_id, assigned_at, measure_at from nudge_trial_unit where trial_id = $1 and unit_id = $2 and measured_at is null for update`;
const MEASURE = `update nudge_trial_unit set measured_at = $3, outcome = $4 where trial_id = $1 and unit_id = $2`;

interface UnitRow {
  readonly group_id: string;
  readonly assigned_at: Date;
  readonly measure_at: Date;
}

/**
 * The time of an occasion is over, or that of the whole trial: its outcome is written down once, and the stop rule is
 * looked at. The occurrence is `trial/unit`, or `trial/end` for the last look.
 */
export const trialMeasure: SweepRule = {
  rule: 'trial-measure',
  afterDowntime: 'catch up',
  async sweep(due, { manager, now }) {
    const [trialId, unitId] = due.occurrence.split('/') as [string, string];
    const trial = await holdTrial(manager, trialId);
    if (!trial) return 'the trial is over';
    const isTimeUp = unitId === 'end';
    if (!isTimeUp && !(await measure(manager, { due, trial, unitId, now }))) return 'it was measured before';
    return lookAtTrial(manager, trial, { now, isTimeUp });
  },
};

interface Measuring {
  readonly due: DueRow;
  readonly trial: HeldTrial;
  readonly unitId: string;
  readonly now: Date;
}

async function measure(manager: EntityManager, { due, trial, unitId, now }: Measuring): Promise<boolean> {
  const [unit]: UnitRow[] = await manager.query(UNIT, [trial.id, unitId]);
  if (!unit) return false;
  const { group_id: groupId, assigned_at: from, measure_at: until } = unit;
  const span = { groupId, subjectId: due.subject_id, from, until };
  const good = await cameAbout(manager, trial.terms.outcome, span);
  await manager.query(MEASURE, [trial.id, unitId, now, good]);
  return true;
}
