import { armOf } from '@followon/shared/rules/trial/assign';
import type { MeasuredUnit } from '@followon/shared/rules/trial/measured-unit';
import type { Effect } from '@followon/shared/rules/trial/effect';
import type { TrialKey } from '@followon/shared/rules/trial/kinds';
import { RunningEffect } from '@followon/shared/rules/trial/running-effect';
import type { Verdict } from '@followon/shared/rules/trial/stop-rule';
import { verdictOf } from '@followon/shared/rules/trial/stop-rule';
import type { ChosenTerms } from '@followon/shared/rules/trial/facts';
import { declareTerms } from '@followon/shared/rules/trial/terms';
import { lastLook } from '@followon/shared/rules/trial/when-measured';
import type { Part, Row } from './demo-rows.js';
import { nothing } from './demo-rows.js';
import { groupPlans } from './groups/group-plans.js';
import { personId, siteId } from './people.js';
import { demoId, seededRandom } from './random.js';

const DAY_MS = 86_400_000;
const SITE = 'Avonside';

interface TrialPlan extends ChosenTerms {
  readonly key: TrialKey;
  readonly startedDaysAgo: number;
  readonly daysBetween: number;
  /** How often what the message is for comes about, with it and without it. */
  readonly sent: number;
  readonly withheld: number;
  /** It has come to so many occasions; to its end unless given. */
  readonly occasions?: number;
}

/** One that ended because the message helps, and one for which it is too early to say. */
const plans: readonly TrialPlan[] = [
  {
    ...{ key: 'register_missing', startedDaysAgo: 500, daysBetween: 2.5, sent: 0.78, withheld: 0.42 },
    ...{ withheldShare: 0.5, smallestEffect: 0.3, mostWeeks: 52 },
  },
  {
    ...{
      key: 'hand_round_roles',
      startedDaysAgo: 190,
      daysBetween: 7,
      sent: 0.4,
      withheld: 0.3,
      occasions: 22,
    },
    ...{ withheldShare: 0.5, smallestEffect: 0.3, mostWeeks: 104 },
  },
];

/** Trials of a site, made up by the rules of real ones. */
export function trialRows(now: Date): Part {
  const told = plans.map((plan) => trialOf(plan, now));
  return {
    ...nothing,
    rows: {
      nudge_trial: told.map(({ trial }) => trial),
      nudge_trial_unit: told.flatMap(({ units }) => units),
    },
    dues: told.flatMap(({ dues }) => dues),
  };
}

function trialOf(plan: TrialPlan, now: Date) {
  const id = demoId('trial', plan.key);
  const startedAt = new Date(now.getTime() - plan.startedDaysAgo * DAY_MS);
  const { units, effect, verdict } = walk(plan, { id, startedAt });
  const terms = declareTerms(plan.key, plan);
  const endedAt = verdict ? units.at(-1)?.['measure_at'] : null;
  const trial: Row = {
    ...{ id, site_id: siteId(SITE), key: plan.key, version: 1, state: verdict ?? 'running', terms, salt: id },
    ...{ started_at: startedAt, started_by: personId('siteAdmin'), ended_at: endedAt },
    result: verdict ? effect : null,
  };
  const due = { rule: 'trial-measure', siteId: siteId(SITE), streamId: siteId(SITE), subjectId: id };
  const dues = verdict ? [] : [{ ...due, occurrence: `${id}/end`, dueAt: lastLook(startedAt, terms) }];
  return { trial, units, dues };
}

interface Walked {
  readonly units: Row[];
  readonly effect: Effect;
  readonly verdict: Verdict | undefined;
}

/** One occasion after the other, until the stop rule says that it is enough. */
function walk(plan: TrialPlan, { id, startedAt }: { id: string; startedAt: Date }): Walked {
  const terms = declareTerms(plan.key, plan);
  const running = new RunningEffect(terms);
  const random = seededRandom(`trial/${plan.key}`);
  const groups = groupPlans.filter(({ site }) => site === SITE).map(({ name }) => demoId('group', name));
  const units: Row[] = [];
  for (;;) {
    const index = units.length;
    const unitId = demoId('trial-unit', plan.key, String(index));
    const arm = armOf({ salt: id, withheldShare: plan.withheldShare }, unitId);
    const unit: MeasuredUnit = {
      groupId: groups[index % groups.length] ?? null,
      arm,
      good: random() < plan[arm],
    };
    const assignedAt = new Date(startedAt.getTime() + (index + 1) * plan.daysBetween * DAY_MS);
    const measureAt = new Date(assignedAt.getTime() + terms.withinDays * DAY_MS);
    running.add(unit);
    units.push({
      ...{ trial_id: id, site_id: siteId(SITE), unit_id: unitId, group_id: unit.groupId, arm },
      ...{ assigned_at: assignedAt, measure_at: measureAt, measured_at: measureAt, outcome: unit.good },
    });
    const effect = running.read();
    const verdict = verdictOf({ effect, isTimeUp: false }, terms);
    if (verdict || units.length === plan.occasions) return { units, effect, verdict };
  }
}
