import type { Country } from '@followon/shared/rules/calendar/country';
import type { GroupState } from '@followon/shared/contract/health';
import { handOnOwner } from '@followon/shared/rules/handover/hand-on';
import type { TaskOwner } from '@followon/shared/rules/handover/hand-on';
import type { OwnerRole } from '@followon/shared/rules/handover/task';
import type { RoleKind } from '@followon/shared/rules/handover/templates/hand-on';
import type { EntityManager } from 'typeorm';

/** A role that is handed on, and who is there to see to it. */
export interface HandOnRole {
  readonly id: string;
  readonly site_id: string;
  readonly group_id: string;
  readonly kind: RoleKind;
  readonly group_state: GroupState;
  readonly country: Country;
  /** Of whoever leaves, while they hold the role and can sign in. */
  readonly leaver_id: string | null;
  readonly other_contacts: number;
  readonly ptv_id: string | null;
  /** A list was opened for it before, whether it is open still or not. */
  readonly has_list: boolean;
}

const CAN_ACT = 'o.group_id = r.group_id and o.id <> r.id and o.until_on is null and a.disabled_at is null';

const ROLE = `
  select r.id, r.site_id, r.group_id, r.kind, g.state as group_state, s.country,
    case when r.until_on is null then (select a.id from account a where a.id = r.account_id and a.disabled_at is null) end as leaver_id,
    (select count(*)::int from group_role o join account a on a.id = o.account_id where ${CAN_ACT} and o.kind <> 'ptv') as other_contacts,
    (select o.account_id from group_role o join account a on a.id = o.account_id where ${CAN_ACT} and o.kind = 'ptv' order by o.from_on, o.id limit 1) as ptv_id,
    exists (select from handover h where h.role_id = r.id) as has_list
  from group_role r join follow_on_group g on g.id = r.group_id join site s on s.id = r.site_id`;

export async function loadHandOnRole(
  manager: EntityManager,
  roleId: string,
): Promise<HandOnRole | undefined> {
  const [row]: HandOnRole[] = await manager.query(`${ROLE} where r.id = $1`, [roleId]);
  return row;
}

/** Roles of the group whose hand-on list is still open. */
export const rolesHandedOn = (manager: EntityManager, groupId: string): Promise<HandOnRole[]> =>
  manager.query(
    `${ROLE} where r.group_id = $1 and exists (select from handover h where h.role_id = r.id and h.kind = 'hand-on' and h.state = 'open')
     order by r.id`,
    [groupId],
  );

export const ownerOf = (role: HandOnRole, ownerRole: OwnerRole): TaskOwner =>
  handOnOwner(ownerRole, {
    kind: role.kind,
    leaver: role.leaver_id ? { accountId: role.leaver_id } : undefined,
    otherContacts: role.other_contacts,
    ptvId: role.ptv_id ?? undefined,
  });
