import type { Country } from '@followon/shared/rules/calendar/country';
import type { EscalationTerms } from '@followon/shared/rules/handover/late-tasks';
import { defaultEscalationDays } from '@followon/shared/rules/handover/late-tasks';
import { prepared } from '@followon/shared/db/prepared';
import type { EntityManager } from 'typeorm';

const TERMS = {
  name: 'site-terms',
  text: `
  select s.country, p.lead_after_days, p.admin_after_days from site s left join handover_policy p on p.site_id = s.id where s.id = $1`,
};

interface TermsRow {
  readonly country: Country;
  readonly lead_after_days: number | null;
  readonly admin_after_days: number | null;
}

/**
 * Whose holidays a site keeps, and when it wants others to hear of its late tasks.
 * @throws Error when the site is not there
 */
export async function termsOf(manager: EntityManager, siteId: string): Promise<EscalationTerms> {
  const [row] = await prepared<TermsRow>(manager, TERMS, [siteId]);
  if (!row) throw new Error(`site ${siteId} is not there`);
  const days = {
    lead: row.lead_after_days ?? defaultEscalationDays.lead,
    'site-admin': row.admin_after_days ?? defaultEscalationDays['site-admin'],
  };
  return { country: row.country, days };
}
