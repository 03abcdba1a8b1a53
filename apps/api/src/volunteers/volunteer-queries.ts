import type { VolunteerPatch, VolunteerQuery } from '@followon/shared/contract/volunteers';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { VolunteerFacts } from '@followon/shared/rules/volunteer/may-be-asked';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { scopeOf } from '../auth/scope.js';
import { readCursor } from '../http/cursor.js';
import { Work } from '../work/work.js';
import { caseloadOf, pausedUntilOf } from './caseload.js';

export interface VolunteerRow {
  readonly rowId: string;
  readonly id: string;
  readonly siteId: string;
  readonly displayName: string;
  readonly openTasks: number;
  readonly pausedUntil: string | null;
  readonly caseload: number;
  readonly caseloadCap: number;
  readonly trainingUntil: string | null;
  readonly checksUntil: string | null;
}

/** $1 is today. */
const SELECT = `
  select v.id as "rowId", v.account_id as id, v.site_id as "siteId", a.display_name as "displayName",
    ${pausedUntilOf('v', '$1::date')} as "pausedUntil", v.caseload_cap as "caseloadCap", v.training_until as "trainingUntil",
    v.checks_until as "checksUntil", ${caseloadOf('v.account_id', 'v.site_id')} as caseload,
    (select count(*) from handover_task t where t.assignee_id = v.account_id and t.site_id = v.site_id
      and t.state in ('open', 'overdue')) as "openTasks"
  from volunteer v join account a on a.id = v.account_id`;

/** The cursor is the id of a row: a name must never stand in an address. */
const LIST = `${SELECT}
  where v.site_id = any($2::uuid[]) and a.disabled_at is null and ($3::uuid is null or v.site_id = $3)
    and ($4::uuid is null or (a.display_name, v.id) > (
      select b.display_name, w.id from volunteer w join account b on b.id = w.account_id where w.id = $4))
  order by a.display_name, v.id limit $5`;

/** By the record's id, or by the person's at the sites that the reader looks after. */
const RECORDS = `${SELECT}
  where (v.id = $2 or v.account_id = $2) and v.site_id = any($3::uuid[]) and ($4::uuid is null or v.site_id = $4)`;

const FACTS = `
  select a.disabled_at is not null as "accountDisabled", ${pausedUntilOf('v', '$3::date')} as "pausedUntil",
    v.training_until as "trainingUntil", v.checks_until as "checksUntil", v.caseload_cap as "caseloadCap",
    ${caseloadOf('v.account_id', 'v.site_id', '$4::uuid')} as caseload
  from volunteer v join account a on a.id = v.account_id where v.site_id = $1 and v.account_id = $2`;

const CHANGE = `
  update volunteer set caseload_cap = coalesce($2, caseload_cap),
    training_until = case when $3 then $4::date else training_until end, checks_until = case when $5 then $6::date else checks_until end
  where id = $1`;

const Position = z.tuple([z.uuid()]);

export const positionOf = ({ rowId }: VolunteerRow): z.infer<typeof Position> => [rowId];

export interface AtSite {
  readonly siteId: string;
  readonly accountId: string;
}

@Injectable()
export class VolunteerQueries {
  constructor(private readonly work: Work) {}

  /** By name; one row more than asked for when there is more. */
  async list(query: VolunteerQuery): Promise<VolunteerRow[]> {
    const [after = null] = readCursor(Position, query.cursor) ?? [];
    const { sites } = scopeOf(this.work.who, 'see-volunteers');
    const values = [this.today(), sites, query.site ?? null, after, query.limit + 1];
    return this.work.manager.query(LIST, values);
  }

  records(id: string, siteId: string | undefined): Promise<VolunteerRow[]> {
    const { sites } = scopeOf(this.work.who, 'write-volunteer');
    return this.work.manager.query(RECORDS, [this.today(), id, sites, siteId ?? null]);
  }

  async change(rowId: string, patch: VolunteerPatch): Promise<void> {
    const { caseloadCap = null, trainingUntil, checksUntil } = patch;
    const training = [trainingUntil !== undefined, trainingUntil ?? null];
    const checks = [checksUntil !== undefined, checksUntil ?? null];
    await this.work.manager.query(CHANGE, [rowId, caseloadCap, ...training, ...checks]);
  }

  /** What the rule asks, the programme in question left out of the caseload; undefined for nobody of the site. */
  async facts({ siteId, accountId }: AtSite, programmeId: string): Promise<VolunteerFacts | undefined> {
    const rows: VolunteerFacts[] = await this.work.manager.query(FACTS, [
      ...[siteId, accountId, this.today(), programmeId],
    ]);
    return rows[0];
  }

  /** Whoever says yes twice at once says it one after the other. Ask for the facts afterwards, in another statement. */
  async lock({ siteId, accountId }: AtSite): Promise<string | undefined> {
    const rows: { id: string }[] = await this.work.manager.query(
      'select id from volunteer where site_id = $1 and account_id = $2 for update',
      [siteId, accountId],
    );
    return rows[0]?.id;
  }

  today(): string {
    return londonDate(this.work.now());
  }
}
