import type { NewGroup } from '@followon/shared/contract/groups';
import { FollowOnGroup, GroupRest } from '@followon/shared/db/groups/group.entity';
import { CHOSE_EACH_OTHER } from '@followon/shared/db/handovers/group-of';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { Injectable } from '@nestjs/common';
import { conflict, notFound } from '../http/problem.js';
import { Work } from '../work/work.js';

const INSERT = `
  insert into follow_on_group (site_id, programme_id, name, cadence, state, formed_on)
  select $1, $2, $3, $4, 'forming', $5
  where not exists (select 1 from follow_on_group g where g.site_id = $1 and lower(g.name) = lower($3))
  on conflict (site_id, lower(name)) do nothing returning id`;

const nameTaken = () =>
  conflict('group.name-taken', 'There is already a group of this name at the site.', {
    detail: 'Choose another name, or look for the group in the list.',
  });

/** Changes to the rows of a group, inside the request's transaction. */
@Injectable()
export class GroupWrites {
  constructor(private readonly work: Work) {}

  /** @throws Refusal 404 */
  async locked(id: string): Promise<FollowOnGroup> {
    const lock = { mode: 'pessimistic_write' } as const;
    const group = await this.work.repository(FollowOnGroup).findOne({ where: { id }, lock });
    if (!group) throw notFound();
    return group;
  }

  /** @throws Refusal 409 when the name is taken; 404 when the programme is not of this site. */
  async create({ siteId, programmeId, name, cadence, formedOn }: NewGroup): Promise<string> {
    if (programmeId) await this.requireProgramme(siteId, programmeId);
    const values = [siteId, programmeId ?? null, name, cadence, formedOn ?? null];
    const rows: { id: string }[] = await this.work.manager.query(INSERT, values);
    const id = rows[0]?.id;
    if (!id) throw nameTaken();
    if (programmeId) await this.takeOver(id, programmeId);
    return id;
  }

  /** @throws Refusal 409 when another group of the site has the name. */
  async change(group: FollowOnGroup, changes: Partial<FollowOnGroup>): Promise<void> {
    if (changes.name !== undefined) await this.requireFreeName(group, changes.name);
    await this.work.repository(FollowOnGroup).update(group.id, { ...changes, version: group.version + 1 });
  }

  async startRest(
    { id, siteId }: FollowOnGroup,
    rest: { from: string; until: string | null },
  ): Promise<void> {
    const row = { groupId: id, siteId, fromOn: rest.from, untilOn: rest.until };
    await this.work.repository(GroupRest).insert(row);
  }

  /** Today is the first day back: a break that would have gone on ends here. */
  async endRest(groupId: string): Promise<void> {
    await this.work.manager.query(
      `update group_rest set until_on = greatest(from_on, $2::date)
       where group_id = $1 and (until_on is null or until_on > $2::date)`,
      [groupId, this.today()],
    );
  }

  /** The break goes on to another day, or until somebody says. Answers its first day. */
  async moveRest(groupId: string, until: string | null): Promise<string> {
    const [rows]: [{ from: string }[], number] = await this.work.manager.query(
      `update group_rest set until_on = $2 where id = (select id from group_rest where group_id = $1 order by from_on desc, id limit 1)
       returning from_on as "from"`,
      [groupId, until],
    );
    return rows[0]?.from ?? this.today();
  }

  async hasMet(groupId: string): Promise<boolean> {
    const rows: unknown[] = await this.work.manager.query(
      `select 1 from meeting where group_id = $1 and outcome = 'held' limit 1`,
      [groupId],
    );
    return rows.length > 0;
  }

  /** Nobody is asked any more for a role in a group that ends or goes on in another one. */
  async withdrawOffers(groupId: string): Promise<void> {
    await this.work.manager.query(
      `update role_offer set state = 'withdrawn', answered_at = $2 where group_id = $1 and state = 'asked'`,
      [groupId, this.work.now()],
    );
  }

  today(): string {
    return londonDate(this.work.now());
  }

  /** @throws Refusal 409 when another group of the site has the name. */
  async requireFreeName({ id, siteId }: FollowOnGroup, name: string): Promise<void> {
    const taken: unknown[] = await this.work.manager.query(
      'select 1 from follow_on_group where site_id = $1 and lower(name) = lower($2) and id <> $3',
      [siteId, name, id],
    );
    if (taken.length > 0) throw nameTaken();
  }

  private async requireProgramme(siteId: string, programmeId: string): Promise<void> {
    const rows: unknown[] = await this.work.manager.query(
      'select 1 from programme where id = $1 and site_id = $2',
      [programmeId, siteId],
    );
    if (rows.length === 0) throw notFound();
  }

  /** @throws Refusal 409 when the programme has its group: two people may form it at the same moment. */
  async refuseSecond(programmeId: string): Promise<void> {
    const [handover]: { formed: boolean }[] = await this.work.manager.query(
      'select group_id is not null as formed from handover where programme_id = $1 for update',
      [programmeId],
    );
    if (!handover?.formed) return;
    throw conflict('group.formed-already', 'This programme has its group already.', {
      detail: 'Somebody has formed it. Load the page again to see it.',
    });
  }

  /**
   * The programme's handover goes to the group that forms from it, unless it has one already. Of two programmes that chose
   * to go on together both do.
   */
  private async takeOver(groupId: string, programmeId: string): Promise<void> {
    await this.work.manager.query(
      `update handover h set group_id = $1, version = version + 1 where h.group_id is null and (h.programme_id = $2
         or exists (select from handover k where k.programme_id = $2 and ${CHOSE_EACH_OTHER}))`,
      [groupId, programmeId],
    );
  }
}
