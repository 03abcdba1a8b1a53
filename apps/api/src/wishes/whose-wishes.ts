import type { Role } from '@followon/shared/contract/session';
import type { Person } from '@followon/shared/db/wishes/person';
import type { Audience } from '@followon/shared/rules/nudge/nudge';
import { Injectable } from '@nestjs/common';
import { Work } from '../work/work.js';
import type { Whose } from './wish-keeper.js';

const capacityIn: { readonly [R in Role]: Audience } = {
  volunteer: 'volunteer',
  contact: 'role-holder',
  clinician: 'staff',
  lead: 'staff',
  'site-admin': 'staff',
  'network-admin': 'staff',
};

const HOLDER = `select person_id as id, case when member_id is null then 'account' else 'member' end as kind from link_person()`;
const IS_MEMBER = 'select exists (select from member where $1 in (id, account_id) and left_on is null) as is';

/** Whose wishes a request is about: the signed-in person's own, or those of a link's holder. */
@Injectable()
export class WhoseWishes {
  constructor(private readonly work: Work) {}

  async ofReader(): Promise<Whose> {
    const { link, accountId, memberships } = this.work.who;
    const person: Person = link ? await this.holder() : { id: accountId, kind: 'account' };
    const siteIds = link ? [link.siteId] : [...new Set(memberships.map(({ siteId }) => siteId))];
    const roles = memberships.map(({ role }) => role);
    return { person, siteIds, capacities: await this.capacities(person, roles) };
  }

  /** Who the holder of the link is now: their group may have gone on as another since, or they sign in by now. */
  private async holder(): Promise<Person> {
    const [holder]: Person[] = await this.work.manager.query(HOLDER);
    if (!holder) throw new Error('a link to the wishes of nobody');
    return holder;
  }

  async capacities({ id }: Person, roles: readonly Role[]): Promise<Audience[]> {
    const [member]: { is: boolean }[] = await this.work.manager.query(IS_MEMBER, [id]);
    const held = roles.map((role) => capacityIn[role]);
    return [...new Set<Audience>([...(member?.is ? (['member'] as const) : []), ...held])];
  }
}
