import { append } from '@followon/shared/db/ledger/append';
import { effectOf } from '@followon/shared/rules/trial/running-effect';
import type { MeasuredUnit } from '@followon/shared/rules/trial/measured-unit';
import { verdictOf } from '@followon/shared/rules/trial/stop-rule';
import { TrialTerms } from '@followon/shared/rules/trial/facts';
import type { EntityManager } from 'typeorm';

export interface HeldTrial {
  readonly id: string;
  readonly site_id: string;
  readonly key: string;
  readonly terms: TrialTerms;
  readonly started_at: Date;
}

const HOLD = `select id, site_id, key, terms, started_at from nudge_trial where id = $1 and state = 'running' for update`;

/**
 * A trial that is running, held until the end of the transaction: two measurements at once look at it one after the other.
 * @throws ZodError when the stored terms are none: nothing is then measured by guesswork
 */
export async function holdTrial(manager: EntityManager, id: string): Promise<HeldTrial | undefined> {
  const [row]: HeldTrial[] = await manager.query(HOLD, [id]);
  return row && { ...row, terms: TrialTerms.parse(row.terms) };
}

const MEASURED = `
  select group_id as "groupId", arm, outcome as good from nudge_trial_unit
  where trial_id = $1 and measured_at is not null order by measure_at, unit_id`;
const END = `update nudge_trial set state = $2, ended_at = $3, result = $4 where id = $1`;

interface Look {
  readonly now: Date;
  /** All occasions have been measured, and no more may join. */
  readonly isTimeUp: boolean;
}

/** Is the trial over? If so it ends here, with its effect as it stands. */
export async function lookAtTrial(
  manager: EntityManager,
  { id, site_id: siteId, key, terms }: HeldTrial,
  { now, isTimeUp }: Look,
): Promise<string> {
  const units: MeasuredUnit[] = await manager.query(MEASURED, [id]);
  const effect = effectOf(units, terms);
  const how = verdictOf({ effect, isTimeUp }, terms);
  if (!how) return 'the trial goes on';
  await manager.query(END, [id, how, now, JSON.stringify(effect)]);
  const payload = { siteId, trialId: id, key, how };
  await append(manager, { name: 'nudge-trial.ended.v1', streamId: siteId, siteId, payload, occurredAt: now });
  return `the trial is over: ${how}`;
}
