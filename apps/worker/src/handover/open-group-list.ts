import { randomUUID } from 'node:crypto';
import { planHandover } from '@followon/shared/rules/handover/plan-handover';
import type { Route } from '@followon/shared/rules/handover/routes';
import type { TaskTemplate } from '@followon/shared/rules/handover/task';
import type { EntityManager } from 'typeorm';
import { termsOf } from './site-terms.js';
import { writeTasks } from './write-tasks.js';

export interface GroupList {
  readonly groupId: string;
  readonly siteId: string;
  readonly kind: 'restart' | 'closing';
  readonly route: Route;
  readonly templateVersion: string;
  readonly siteVersion: number | null;
  readonly tasks: readonly TaskTemplate[];
  readonly openedOn: string;
  /** The day that its tasks count from. */
  readonly countsFrom: string;
}

const HANDOVER = `
  insert into handover (id, site_id, group_id, kind, route, template_version, site_version, opened_on) values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict do nothing returning id`;

const CONTACT = `
  select r.account_id from group_role r join account a on a.id = r.account_id
  where r.group_id = $1 and r.kind = 'contact' and r.until_on is null and a.disabled_at is null order by r.from_on, r.id limit 1`;

const OPEN = `select id from handover where group_id = $1 and kind = $2 and state not in ('closed', 'declined')`;

/** The group's open list of this kind. */
export async function openListOf(
  manager: EntityManager,
  groupId: string,
  kind: GroupList['kind'],
): Promise<string | undefined> {
  const [row]: { id: string }[] = await manager.query(OPEN, [groupId, kind]);
  return row?.id;
}

/** Opens a list of a group, with its first contact person where there is one; undefined when one of its kind is open. */
export async function openGroupList(
  manager: EntityManager,
  list: GroupList,
  now: Date,
): Promise<string | undefined> {
  const { groupId, siteId, kind, route, templateVersion, siteVersion, openedOn } = list;
  const handoverId = randomUUID();
  const values = [handoverId, siteId, groupId, kind, route, templateVersion, siteVersion, openedOn];
  const kept: unknown[] = await manager.query(HANDOVER, values);
  if (kept.length === 0) return undefined;
  await planGroupList(manager, { handoverId, ...list }, now);
  return handoverId;
}

/** Writes the tasks that the list does not have yet, each on its day. */
export async function planGroupList(
  manager: EntityManager,
  { handoverId, ...list }: GroupList & { readonly handoverId: string },
  now: Date,
): Promise<void> {
  const { groupId, siteId, tasks, openedOn, countsFrom } = list;
  const { country } = await termsOf(manager, siteId);
  const planned = planHandover({ tasks, openedOn, lastSessionOn: countsFrom, country });
  const [contact]: { account_id: string }[] = await manager.query(CONTACT, [groupId]);
  const assigneeOf = (owner: string) => (owner === 'contact' ? (contact?.account_id ?? null) : null);
  await writeTasks(manager, { handoverId, siteId, streamId: groupId }, { planned, assigneeOf, now });
}
