import { armDue } from '@followon/shared/db/due/arm-due';
import { prepared } from '@followon/shared/db/prepared';
import type { Country } from '@followon/shared/rules/calendar/country';
import { londonDate, londonInstant } from '@followon/shared/rules/calendar/london';
import type { AlertTerms, Staged } from '@followon/shared/rules/alert/stages';
import { defaultAlertTerms, nextStage } from '@followon/shared/rules/alert/stages';
import type { EntityManager } from 'typeorm';

export interface SiteTerms {
  readonly country: Country;
  readonly terms: AlertTerms;
}

const TERMS = {
  name: 'alert-terms',
  text: `
  select s.country, p.group_first_days, p.admin_after_days from site s left join alert_policy p on p.site_id = s.id where s.id = $1`,
};

interface TermsRow {
  readonly country: Country;
  readonly group_first_days: number | null;
  readonly admin_after_days: number | null;
}

/**
 * How a site wants to hear of its alerts, and whose holidays it keeps.
 * @throws Error when the site is not there
 */
export async function alertTermsOf(manager: EntityManager, siteId: string): Promise<SiteTerms> {
  const [row] = await prepared<TermsRow>(manager, TERMS, [siteId]);
  if (!row) throw new Error(`site ${siteId} is not there`);
  const { country } = row;
  const terms = {
    groupFirstDays: row.group_first_days ?? defaultAlertTerms.groupFirstDays,
    adminAfterDays: row.admin_after_days ?? defaultAlertTerms.adminAfterDays,
  };
  return { country, terms };
}

/** An episode as its clock needs it. */
export interface ClockedAlert extends Omit<Staged, 'sinceOn'> {
  readonly id: string;
  readonly siteId: string;
  /** The stream of its subject: the group's, or the programme's. */
  readonly streamId: string;
  readonly stageAt: Date;
}

/** Who hears next of it, and when. */
export const nextStageOf = (alert: ClockedAlert, { terms, country }: SiteTerms) =>
  nextStage({ ...alert, sinceOn: londonDate(alert.stageAt) }, terms, country);

/**
 * Puts the day of the next stage of each into the diary.
 * @param again tells clocks that were set anew from those before them
 */
export async function armNextStages(
  manager: EntityManager,
  alerts: readonly ClockedAlert[],
  { site, again }: { readonly site: SiteTerms; readonly again?: string },
): Promise<number> {
  const dues = alerts.flatMap((alert) => {
    const next = nextStageOf(alert, site);
    if (!next) return [];
    const occurrence = [next.stage, londonDate(alert.stageAt), ...(again === undefined ? [] : [again])].join(
      '/',
    );
    const { id: subjectId, siteId, streamId } = alert;
    const dueAt = londonInstant(next.on, '07:00');
    return [{ rule: 'alert-stage', siteId, streamId, subjectId, occurrence, dueAt }];
  });
  await armDue(manager, dues);
  return dues.length;
}

/** Columns of `alert a` that make a {@link ClockedAlert}. */
export const CLOCKED = `a.id, a.site_id as "siteId", coalesce(a.group_id, a.programme_id) as "streamId", a.state, a.stage,
  coalesce(a.stage_at, a.opened_at) as "stageAt", a.reasons @> '[{"key": "marks-changed"}]' as "byMarks"`;
