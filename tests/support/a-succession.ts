import { aGroup } from './a-group.js';
import { aSite } from './a-site.js';
import type { TestWorker } from './a-worker.js';
import { anAccount } from './an-account.js';
import type { TestDatabase } from './database.js';

export const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** A site with a lead and an administrator, and a group of it that has met. */
export async function aGroupOfASite(database: TestDatabase) {
  const { id: siteId } = await aSite(database);
  const lead = await anAccount(database, { roles: [{ role: 'lead', siteId }] });
  const admin = await anAccount(database, { roles: [{ role: 'site-admin', siteId }] });
  const { id: groupId } = await aGroup(database, { siteId });
  return { siteId, groupId, lead: lead.id, admin: admin.id };
}

/** Says yes to a role, as the API writes it down; answers the role's id. */
export async function takeRole(
  { database, worker }: { database: TestDatabase; worker: TestWorker },
  role: { siteId: string; groupId: string; kind: 'contact' | 'host' | 'ptv'; accountId: string; on: string },
): Promise<string> {
  const { id } = await database.insert<{ id: string }>('group_role', {
    ...{ site_id: role.siteId, group_id: role.groupId, kind: role.kind },
    ...{ account_id: role.accountId, from_on: role.on },
  });
  const payload = { groupId: role.groupId, roleId: id, kind: role.kind };
  const about = { streamId: role.groupId, siteId: role.siteId, occurredAt: noonOf(role.on) };
  await worker.append({ name: 'role.accepted.v1', ...about, payload });
  return id;
}

/** Gives a role back, as the API writes it down. */
export async function leaveRole(
  { database, worker }: { database: TestDatabase; worker: TestWorker },
  { roleId, on }: { roleId: string; on: string },
): Promise<void> {
  const [role] = await database.query<{ group_id: string; site_id: string; kind: string }>(
    'update group_role set until_on = $2 where id = $1 returning group_id, site_id, kind',
    [roleId, on],
  );
  if (!role) throw new Error(`role ${roleId} is not there`);
  const payload = { groupId: role.group_id, roleId, kind: role.kind };
  const about = { streamId: role.group_id, siteId: role.site_id, occurredAt: noonOf(on) };
  await worker.append({ name: 'role.vacated.v1', ...about, payload });
}

export interface SearchRow {
  readonly id: string;
  readonly stage: string;
  readonly state: string;
  readonly because: string;
  readonly opened_on: string;
  readonly act_by: string;
}

export const searchesOf = (database: TestDatabase, groupId: string): Promise<SearchRow[]> =>
  database.query<SearchRow & Record<string, unknown>>(
    `select id, stage, state, because, opened_on::text, act_by::text from succession where group_id = $1 order by opened_on, id`,
    [groupId],
  );

/** Keys of what is planned or was sent, with whom. */
export const toldOf = async (database: TestDatabase, groupId: string): Promise<string[]> => {
  const rows = await database.query<{ key: string; person_id: string }>(
    `select key, person_id from nudge where group_id = $1 and key like 'contact_wanted%' and state <> 'suppressed' order by use_by, key, person_id`,
    [groupId],
  );
  return rows.map(({ key, person_id }) => `${key} ${person_id}`);
};
