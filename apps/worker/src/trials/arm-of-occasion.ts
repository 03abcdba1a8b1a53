import { createHash } from 'node:crypto';
import { armDue } from '@followon/shared/db/due/arm-due';
import { prepared } from '@followon/shared/db/prepared';
import type { Origin } from '@followon/shared/events/envelope';
import type { Moment } from '@followon/shared/rules/nudge/moments';
import { armOf } from '@followon/shared/rules/trial/assign';
import { trialKindOf } from '@followon/shared/rules/trial/kinds';
import type { TrialTerms } from '@followon/shared/rules/trial/facts';
import { lastAssigned, measureAt } from '@followon/shared/rules/trial/when-measured';
import type { TrialSays } from '@followon/shared/rules/trial/withheld';
import type { EntityManager } from 'typeorm';
import type { Within } from '../dispatch/reaction.js';

export interface Occasion {
  readonly key: string;
  readonly siteId: string;
  readonly groupId: string | null;
  readonly occasion: string;
  readonly subjectId: string;
  readonly moment: Pick<Moment, 'offsetDays' | 'from'>;
  readonly origin: Origin;
  /** Somebody was written to on this occasion already. */
  readonly isUnderWay: () => Promise<boolean>;
}

interface Latest {
  readonly id: string;
  readonly state: string;
  readonly salt: string;
  readonly terms: TrialTerms;
  readonly started_at: Date;
  readonly assigned: number;
  readonly isIn: boolean;
  /** Somebody switched the message on again after it was retired. */
  readonly isOnAgain: boolean;
}

/** The latest trial of this kind at the site: a newer one takes the place of what was found before. */
const LATEST = {
  name: 'trial-of-nudge',
  text: `
  select t.id, t.state, t.salt, t.terms, t.started_at,
    (select count(*)::int from nudge_trial_unit u where u.trial_id = t.id) as assigned,
    exists (select from nudge_trial_unit u where u.trial_id = t.id and u.unit_id = $3) as "isIn", t.switched_on_at is not null as "isOnAgain"
  from nudge_trial t where t.site_id = $1 and t.key = $2 order by t.version desc limit 1`,
};
const ASSIGN = {
  name: 'trial-assign',
  text: `
  insert into nudge_trial_unit (trial_id, site_id, unit_id, group_id, arm, assigned_at, measure_at)
  values ($1, $2, $3, $4, $5, $6, $7) on conflict (trial_id, unit_id) do nothing`,
};

/** The name of an occasion of a group as an id: a hash, because occasions are texts. */
function unitOf({ key, groupId, occasion }: Occasion): string {
  const hex = createHash('sha256').update([groupId, key, occasion].join('/')).digest('hex');
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * What the site's trials say to an occasion of a group. An occasion joins once, with everybody who is or will be written to
 * on it; two workers at once come to the same arm, because it hangs on nothing but the trial and the occasion. History that
 * is imported or replayed joins nothing.
 */
export async function armOfOccasion(of: Occasion, within: Within): Promise<TrialSays> {
  if (trialKindOf(of.key) === undefined || of.groupId === null || of.origin !== 'live') return undefined;
  const unitId = unitOf(of);
  const [trial] = await prepared<Latest>(within.manager, LATEST, [of.siteId, of.key, unitId]);
  if (!trial) return undefined;
  if (trial.state === 'retired') return trial.isOnAgain ? undefined : 'retired';
  return trial.state === 'running' ? armIn(trial, { ...of, unitId }, within) : undefined;
}

interface Unit extends Occasion {
  readonly unitId: string;
}

async function armIn(trial: Latest, unit: Unit, { manager, now }: Within): Promise<TrialSays> {
  const { terms, salt } = trial;
  const arm = armOf({ salt, withheldShare: terms.withheldShare }, unit.unitId);
  const says = { trialId: trial.id, arm };
  if (trial.isIn) return says;
  if (isFull(trial, now) || (await unit.isUnderWay())) return undefined;
  await join(manager, { ...unit, ...says, now, measuredAt: measureAt(unit.moment, terms) });
  return says;
}

const isFull = ({ assigned, terms, started_at }: Latest, now: Date): boolean =>
  assigned >= terms.mostUnits || now >= lastAssigned(started_at, terms);

interface Joining extends Unit {
  readonly trialId: string;
  readonly arm: string;
  readonly now: Date;
  readonly measuredAt: Date;
}

async function join(manager: EntityManager, joining: Joining): Promise<void> {
  const { trialId, siteId, unitId, groupId, subjectId, measuredAt } = joining;
  await prepared(manager, ASSIGN, [trialId, siteId, unitId, groupId, joining.arm, joining.now, measuredAt]);
  await armDue(manager, [
    {
      ...{ rule: 'trial-measure', siteId, streamId: groupId ?? siteId, subjectId },
      ...{ occurrence: `${trialId}/${unitId}`, dueAt: measuredAt },
    },
  ]);
}
