import type { MeasuredUnit } from '@followon/shared/rules/trial/measured-unit';
import type { Effect } from '@followon/shared/rules/trial/effect';
import type { TrialKey } from '@followon/shared/rules/trial/kinds';
import type { TrialTerms } from '@followon/shared/rules/trial/facts';
import type { SwitchOn, TrialStateView } from '@followon/shared/contract/trials';
import { Injectable } from '@nestjs/common';
import { notFound } from '../http/problem.js';
import { Work } from '../work/work.js';

export interface TrialRow {
  readonly id: string;
  readonly siteId: string;
  readonly key: TrialKey;
  readonly state: TrialStateView;
  readonly terms: TrialTerms;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  /** As it stood at the end; null while it runs. */
  readonly result: Effect | null;
  readonly joined: number;
  readonly switchedOnAt: Date | null;
  readonly switchedOnWhy: SwitchOn['reason'] | null;
}

const COLUMNS = `
  t.id, t.site_id as "siteId", t.key, t.state, t.terms, t.started_at as "startedAt", t.ended_at as "endedAt", t.result,
    (select count(*)::int from nudge_trial_unit u where u.trial_id = t.id) as joined,
    t.switched_on_at as "switchedOnAt", t.switched_on_why as "switchedOnWhy"
  from nudge_trial t`;
const OF_SITE = `select ${COLUMNS} where t.site_id = $1 order by (t.state = 'running') desc, t.started_at desc, t.id`;
const HELD = `select ${COLUMNS} where t.id = $1 for update of t`;
/** The latest of a kind decides what becomes of its messages. */
const IS_LATEST = `
  select not exists (select from nudge_trial n where n.site_id = t.site_id and n.key = t.key and n.version > t.version) as "isLatest"
  from nudge_trial t where t.id = $1`;
const MEASURED = `
  select group_id as "groupId", arm, outcome as good from nudge_trial_unit
  where trial_id = $1 and measured_at is not null order by measure_at, unit_id`;
const OCCASIONS = `
  select key, count(distinct (group_id, occasion))::int as occasions from nudge
  where site_id = $1 and key = any($2) and group_id is not null and due_at > $3::timestamptz - interval '364 days' and due_at <= $3
    and reason is distinct from 'imported-history'
  group by key`;
/** Nothing is written where one of the kind is running, or two start at once. */
const START = `
  insert into nudge_trial (site_id, key, version, terms, salt, started_at, started_by)
  select $1::uuid, $2::text, coalesce(max(version), 0) + 1, $3::jsonb, $4::text, $5::timestamptz, $6::uuid
  from nudge_trial where site_id = $1 and key = $2
  on conflict do nothing returning id`;
const END = `update nudge_trial set state = 'stopped', ended_at = $2, ended_by = $3, result = $4 where id = $1`;
const SWITCH_ON = `
  update nudge_trial set switched_on_at = $2, switched_on_by = $3, switched_on_why = $4 where id = $1`;

@Injectable()
export class TrialQueries {
  constructor(private readonly work: Work) {}

  /** @throws Refusal 404 for a site that is not there or behind the wall. */
  async siteName(siteId: string): Promise<string> {
    const [row]: { name: string }[] = await this.work.manager.query('select name from site where id = $1', [
      siteId,
    ]);
    if (!row) throw notFound();
    return row.name;
  }

  ofSite(siteId: string): Promise<TrialRow[]> {
    return this.work.manager.query(OF_SITE, [siteId]);
  }

  /** Held until the end: a worker may be about to end it. */
  async held(id: string): Promise<TrialRow | undefined> {
    const rows: TrialRow[] = await this.work.manager.query(HELD, [id]);
    return rows[0];
  }

  async isLatest(id: string): Promise<boolean> {
    const [row]: { isLatest: boolean }[] = await this.work.manager.query(IS_LATEST, [id]);
    return row?.isLatest ?? false;
  }

  measured(id: string): Promise<MeasuredUnit[]> {
    return this.work.manager.query(MEASURED, [id]);
  }

  async occasions(siteId: string, keys: readonly TrialKey[]): Promise<ReadonlyMap<string, number>> {
    const values = [siteId, keys, this.work.now()];
    const rows: { key: string; occasions: number }[] = await this.work.manager.query(OCCASIONS, values);
    return new Map(rows.map(({ key, occasions }) => [key, occasions]));
  }

  /** The new trial's id; undefined when one of the kind is running. */
  async start(of: { siteId: string; key: TrialKey; terms: TrialTerms; salt: string }) {
    const { siteId, key, terms, salt } = of;
    const values = [siteId, key, JSON.stringify(terms), salt, this.work.now(), this.work.who.accountId];
    const rows: { id: string }[] = await this.work.manager.query(START, values);
    return rows[0]?.id;
  }

  async end(id: string, result: Effect): Promise<void> {
    const { manager, who } = this.work;
    await manager.query(END, [id, this.work.now(), who.accountId, JSON.stringify(result)]);
  }

  async switchOn(id: string, { reason }: SwitchOn): Promise<void> {
    const { manager, who } = this.work;
    await manager.query(SWITCH_ON, [id, this.work.now(), who.accountId, reason]);
  }
}
