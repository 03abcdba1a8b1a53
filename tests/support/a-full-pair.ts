import { randomBytes } from 'node:crypto';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { giveRole } from './a-group-and-everyone.js';
import { aProgramme } from './a-programme.js';
import { anAccount } from './an-account.js';
import type { TestDatabase } from './database.js';
import type { TwoGroups } from './two-groups.js';

/** How the two groups are made up: counts and choices that a property test may draw. */
export interface Makeup {
  readonly members: number;
  /** Members of the first group who are known in the second too. */
  readonly both: number;
  readonly hosts: number;
  /** The second group's contact person is one of the first group's too. */
  readonly sharedContact: boolean;
  readonly withPtv: boolean;
  /** Days ahead on which each group plans to meet. */
  readonly fromDays: readonly number[];
  readonly intoDays: readonly number[];
  readonly lists: readonly ('restart' | 'hand-on' | 'closing' | 'programme')[];
}

/** Fills two groups with people, dates and open lists. */
export async function fillPair(
  database: TestDatabase,
  two: TwoGroups,
  makeup: Makeup,
  today: string,
): Promise<void> {
  const { siteId, from, into } = two;
  for (let n = 0; n < makeup.members; n += 1) {
    const reference = randomBytes(8);
    const row = {
      site_id: siteId,
      display_name: `Person ${n}`,
      reference_hash: reference,
      wants_messages: true,
    };
    const member = await database.insert<{ id: string }>('member', {
      ...row,
      group_id: from.id,
      joined_on: '2026-01-05',
    });
    if (n < makeup.both)
      await database.insert('member', { ...row, group_id: into.id, joined_on: '2026-01-05' });
    if (n < makeup.hosts)
      await database.insert('group_role', {
        ...{ site_id: siteId, group_id: from.id, kind: 'host', member_id: member.id, from_on: '2026-02-02' },
      });
  }
  if (makeup.sharedContact)
    await giveRole(database, { siteId, groupId: from.id, kind: 'contact', accountId: into.account.id });
  if (makeup.withPtv) {
    const ptv = await anAccount(database, { roles: [{ role: 'volunteer', siteId }] });
    await giveRole(database, { siteId, groupId: from.id, kind: 'ptv', accountId: ptv.id });
  }
  const plan = async (groupId: string, days: readonly number[]): Promise<void> => {
    const row = { site_id: siteId, group_id: groupId, outcome: 'planned' };
    for (const day of days) await database.insert('meeting', { ...row, held_on: addDays(today, day) });
  };
  await plan(from.id, makeup.fromDays);
  await plan(into.id, makeup.intoDays);
  for (const kind of new Set(makeup.lists)) await aList(database, two, kind);
}

async function aList(
  database: TestDatabase,
  { siteId, from }: TwoGroups,
  kind: Makeup['lists'][number],
): Promise<void> {
  const programme = kind === 'programme' ? await aProgramme(database, { siteId }) : null;
  const list = await database.insert<{ id: string }>('handover', {
    ...{ site_id: siteId, programme_id: programme?.id ?? null, group_id: from.id, kind },
    ...{ template_version: 'base-1', opened_on: '2026-02-02' },
  });
  await database.insert('handover_task', {
    ...{ site_id: siteId, handover_id: list.id, key: 'roles_agreed', position: 1, owner_role: 'contact' },
    ...{ anchor: 'last-session', due_on: '2026-12-14', blocking: false, state: 'open' },
  });
}

/** Everything of the two groups that a merge may touch, as it stands. */
export async function stateOf(database: TestDatabase, { from, into }: TwoGroups) {
  const both = [[from.id, into.id]];
  const rows = (text: string) => database.query<Record<string, unknown>>(text, both);
  return {
    roles: await rows(
      `select group_id, kind, account_id, member_id from group_role where group_id = any($1) and until_on is null order by 1, 2, 3, 4`,
    ),
    members: await rows(
      `select id, group_id, display_name, wants_messages, left_on from member where group_id = any($1) and left_on is null order by id`,
    ),
    tasks: await rows(
      `select t.id, h.group_id, h.kind, h.state as list, t.state from handover_task t join handover h on h.id = t.handover_id where h.group_id = any($1) order by t.id`,
    ),
    dates: await rows(
      `select id, group_id, held_on from meeting where group_id = any($1) and outcome = 'planned' order by id`,
    ),
    registers: await rows(
      `select id, group_id, held_on, headcount, version from meeting where group_id = any($1) and outcome <> 'planned' order by id`,
    ),
    groups: await rows(
      `select id, name, state, closed_on, merged_into_id from follow_on_group where id = any($1) order by id`,
    ),
  };
}
