import type { GroupState } from '@followon/shared/contract/health';
import type { MergeState } from '@followon/shared/rules/group/merge';
import type { Moved } from '@followon/shared/rules/group/plan-merge';
import { Injectable } from '@nestjs/common';
import { kindsHeldIn } from '../../auth/own.js';
import { notFound } from '../../http/problem.js';
import { Work } from '../../work/work.js';

/** A merge as stored, with how the reader stands to both groups. */
export interface MergeRow {
  readonly id: string;
  readonly siteId: string;
  readonly fromId: string;
  readonly fromName: string;
  readonly fromState: GroupState;
  readonly fromKinds: readonly string[];
  readonly intoId: string;
  readonly intoName: string;
  readonly intoState: GroupState;
  readonly intoKinds: readonly string[];
  readonly newName: string | null;
  readonly state: MergeState;
  readonly askedAt: Date;
  readonly fromAgreedBy: string | null;
  readonly mergedOn: string | null;
  readonly moved: Moved | null;
}

const SELECT = `
  select m.id, m.site_id as "siteId", m.from_group_id as "fromId", a.name as "fromName", a.state as "fromState", m.into_group_id as "intoId",
    b.name as "intoName", b.state as "intoState", m.new_name as "newName", m.state, m.asked_at as "askedAt", m.from_agreed_by as "fromAgreedBy",
    m.merged_on as "mergedOn", m.moved, ofa.kinds as "fromKinds", ofb.kinds as "intoKinds"
  from group_merge m join follow_on_group a on a.id = m.from_group_id join follow_on_group b on b.id = m.into_group_id
    ${kindsHeldIn('a.id').replaceAll('mine', 'ofa')} ${kindsHeldIn('b.id').replaceAll('mine', 'ofb')}`;

/** What is open first, then the latest. */
const OF_GROUP = `${SELECT} where $2 in (m.from_group_id, m.into_group_id)
  order by m.state = 'asked' desc, m.asked_at desc, m.id limit 50`;

const CHOICES = `
  select g.id, g.name, g.cadence from follow_on_group g ${kindsHeldIn('g.id')}
  where g.site_id = $2 and g.id <> $3 and g.state in ('forming', 'meeting', 'unknown') and g.closing_on is null
    and (g.welcomes_new or mine.kinds && array['contact', 'host'])
  order by lower(g.name), g.id limit 200`;

const ASK = `
  insert into group_merge (site_id, from_group_id, into_group_id, new_name, asked_at, asked_by, from_agreed_at, from_agreed_by)
  values ($1, $2, $3, $4, $5, $6, $5, $6) returning id`;

@Injectable()
export class MergeRows {
  constructor(private readonly work: Work) {}

  /** @throws Refusal 404 */
  async one(id: string): Promise<MergeRow> {
    const [row]: MergeRow[] = await this.query(`${SELECT} where m.id = $2`, [id]);
    if (!row) throw notFound();
    return row;
  }

  /** As it is now, kept so until the request ends. Both groups are to be locked before. */
  async locked(id: string): Promise<MergeRow> {
    await this.work.manager.query('select from group_merge where id = $1 for update', [id]);
    return this.one(id);
  }

  ofGroup(groupId: string): Promise<MergeRow[]> {
    return this.query(OF_GROUP, [groupId]);
  }

  /** Asks of either group that nobody has answered. */
  open(groupIds: readonly string[]): Promise<{ id: string; fromId: string; intoId: string }[]> {
    return this.work.manager.query(
      `select id, from_group_id as "fromId", into_group_id as "intoId" from group_merge
       where state = 'asked' and (from_group_id = any($1::uuid[]) or into_group_id = any($1::uuid[]))`,
      [groupIds],
    );
  }

  choices(siteId: string, groupId: string): Promise<{ id: string; name: string; cadence: string }[]> {
    return this.query(CHOICES, [siteId, groupId]);
  }

  /** The reader says yes for the group that asks. */
  async ask(row: {
    siteId: string;
    fromId: string;
    intoId: string;
    newName: string | null;
  }): Promise<string> {
    const { siteId, fromId, intoId, newName } = row;
    const at = this.work.now().toISOString();
    const values = [siteId, fromId, intoId, newName, at, this.work.who.accountId];
    const [asked]: { id: string }[] = await this.work.manager.query(ASK, values);
    if (!asked) throw new Error('the question was not kept');
    return asked.id;
  }

  async settle(id: string, state: MergeState): Promise<void> {
    await this.work.manager.query('update group_merge set state = $2 where id = $1', [id, state]);
  }

  async keepMerged(id: string, { on, moved }: { on: string; moved: Moved }): Promise<void> {
    await this.work.manager.query(
      `update group_merge set state = 'merged', into_agreed_at = $2, into_agreed_by = $3, merged_on = $4, moved = $5 where id = $1`,
      [id, this.work.now().toISOString(), this.work.who.accountId, on, JSON.stringify(moved)],
    );
  }

  /** A group that ends or joins another one answers nobody any more. */
  async withdrawOthers(groupId: string, except: string | null): Promise<void> {
    await this.work.manager.query(
      `update group_merge set state = 'withdrawn' where state = 'asked' and $1 in (from_group_id, into_group_id)
         and id is distinct from $2::uuid`,
      [groupId, except],
    );
  }

  private query<T>(text: string, values: readonly unknown[]): Promise<T[]> {
    return this.work.manager.query(text, [this.work.who.accountId, ...values]);
  }
}
