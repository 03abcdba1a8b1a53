import type { AlertVerdict, RuleVerdicts } from '@followon/shared/contract/alerts';
import { rulesOf } from '@followon/shared/rules/alert/verdicts';
import { Injectable } from '@nestjs/common';
import { Work } from '../work/work.js';
import type { AlertRow } from './alert-queries.js';

const GIVE = `
  insert into alert_feedback as f (alert_id, site_id, account_id, verdict, rules, given_at) values ($1, $2, $3, $4, $5, $6)
  on conflict (alert_id, account_id) do update set verdict = excluded.verdict, rules = excluded.rules, given_at = excluded.given_at
    where f.verdict <> excluded.verdict
  returning f.verdict`;

/** By rule; $2 narrows it to some, null: all that anybody said something of. */
const COUNTS = `
  select rule, (count(*) filter (where f.verdict = 'useful'))::int as useful, (count(*) filter (where f.verdict = 'not-useful'))::int as "notUseful",
    (count(*) filter (where f.verdict = 'wrong'))::int as wrong
  from alert_feedback f cross join lateral unnest(f.rules) rule
  where f.site_id = $1 and ($2::text[] is null or rule = any($2)) group by rule order by rule`;

/** What people thought of alerts, counted by rule. Who said it is for nobody but themselves. */
@Injectable()
export class AlertFeedback {
  constructor(private readonly work: Work) {}

  /** False when it is what they said before. */
  async give(
    { id, siteId, cause, reasons }: Pick<AlertRow, 'id' | 'siteId' | 'cause' | 'reasons'>,
    verdict: AlertVerdict,
  ): Promise<boolean> {
    const { manager, who } = this.work;
    const rows: unknown[] = await manager.query(GIVE, [
      ...[id, siteId, who.accountId, verdict, rulesOf(cause, reasons), this.work.now()],
    ]);
    return rows.length > 0;
  }

  /** Of the rules of one alert, in their order. */
  async ofAlert({ siteId, cause, reasons }: AlertRow): Promise<RuleVerdicts[]> {
    const rules = rulesOf(cause, reasons);
    const counts = await this.counts(siteId, rules);
    return rules.flatMap((rule) => counts.find((count) => count.rule === rule) ?? []);
  }

  ofSite(siteId: string): Promise<RuleVerdicts[]> {
    return this.counts(siteId, null);
  }

  private counts(siteId: string, rules: readonly string[] | null): Promise<RuleVerdicts[]> {
    return this.work.manager.query(COUNTS, [siteId, rules]);
  }
}
