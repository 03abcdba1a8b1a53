import type { AlertStage } from '@followon/shared/rules/alert/causes';
import type { Reason } from '@followon/shared/rules/health/facts';
import type { Audience } from '@followon/shared/rules/nudge/nudge';
import type { Recipient } from '@followon/shared/rules/nudge/decide-nudge';
import { prepared } from '@followon/shared/db/prepared';
import type { EntityManager } from 'typeorm';

/** Somebody a message may go to, and in which capacity. */
export interface Addressee extends Recipient {
  readonly personKind: 'account' | 'member';
  readonly personId: string;
  readonly audience: Audience;
}

/** `$2` is today: a pause ends on its date. */
const COLUMNS = `
  person_kind as "personKind", person_id as "personId", audience, coalesce(wants_messages, false) as "optedIn",
  coalesce(paused_until > $2::date, false) as paused, coalesce(left_on <= $2::date, false) as left, disabled_at is not null as "accountDisabled"`;

const STAFF_AUDIENCE = `case r.role when 'volunteer' then 'volunteer' when 'contact' then 'role-holder' else 'staff' end`;

const STAFF = `
  select distinct on (person_id) ${COLUMNS} from (
    select 'account' as person_kind, r.account_id as person_id, ${STAFF_AUDIENCE} as audience, false as wants_messages,
      v.paused_until, null::date as left_on, a.disabled_at
    from membership r join account a on a.id = r.account_id
    left join volunteer v on v.account_id = r.account_id and v.site_id = r.site_id
    where r.site_id = $1 and r.role = any($3)) people order by person_id`;

/** Everybody who holds one of these roles at the site. */
export async function staffOf(
  manager: EntityManager,
  siteId: string,
  { roles, today }: { roles: readonly string[]; today: string },
): Promise<Addressee[]> {
  return prepared(manager, { name: 'staff-of', text: STAFF }, [siteId, today, roles]);
}

/** One account in the capacity of a task's owner; nobody when it is not of this site any more. */
export async function ownerOf(
  manager: EntityManager,
  accountId: string,
  { role, today }: { role: string; today: string },
): Promise<Addressee[]> {
  return manager.query(
    `select ${COLUMNS} from (
       select 'account' as person_kind, a.id as person_id, case $3 when 'volunteer' then 'volunteer' when 'contact' then 'role-holder' else 'staff' end as audience,
         false as wants_messages, v.paused_until, null::date as left_on, a.disabled_at
       from account a left join volunteer v on v.account_id = a.id where a.id = $1 limit 1) person`,
    [accountId, today, role],
  );
}

/** `$4`: the group, `$5`: the kinds of role. */
const ROLE_HOLDERS = `
  select distinct on (person_id) ${COLUMNS} from (
    select case when r.account_id is not null then 'account' else 'member' end as person_kind, coalesce(r.account_id, r.member_id) as person_id,
      'role-holder' as audience, m.wants_messages, m.paused_until, m.left_on, a.disabled_at
    from group_role r
    left join account a on a.id = r.account_id
    left join member m on m.group_id = r.group_id and (m.id = r.member_id or m.account_id = r.account_id)
    where r.group_id = $4 and r.kind = any($5) and (r.until_on is null or r.until_on > $2::date)) people order by person_id`;

type RoleKind = 'contact' | 'host';

/** Who looks after the group: by kind of role. */
export async function roleHoldersOf(
  manager: EntityManager,
  groupId: string,
  { kinds, today }: { kinds: readonly RoleKind[]; today: string },
): Promise<Addressee[]> {
  const text = ROLE_HOLDERS.replaceAll('$4', '$1').replaceAll('$5', '$3');
  return prepared(manager, { name: 'role-holders-of', text }, [groupId, today, kinds]);
}

const VOLUNTEERS_BESIDE = `
  select distinct on (person_id) ${COLUMNS} from (
    select 'account' as person_kind, r.account_id as person_id, 'volunteer' as audience, false as wants_messages, v.paused_until,
      null::date as left_on, a.disabled_at
    from group_role r join account a on a.id = r.account_id
    left join volunteer v on v.account_id = r.account_id and v.site_id = r.site_id
    where r.group_id = $1 and r.kind = 'ptv' and r.until_on is null) people order by person_id`;

/** The volunteers to whom the group gave the role. */
export const volunteersBeside = (
  manager: EntityManager,
  groupId: string,
  today: string,
): Promise<Addressee[]> =>
  prepared(manager, { name: 'volunteers-beside', text: VOLUNTEERS_BESIDE }, [groupId, today]);

const ABOUT_ALERT = {
  name: 'whom-to-tell-of-an-alert',
  text: `
  select a.reasons, a.stage, a.state, coalesce((select json_agg(s) from (${STAFF}) s), '[]') as staff,
    coalesce((select json_agg(h) from (${ROLE_HOLDERS}) h), '[]') as holders,
    coalesce((select json_agg(v) from (${VOLUNTEERS_BESIDE.replaceAll('$1', '$4')}) v), '[]') as volunteers
  from alert a where a.id = $6`,
};

export interface AlertAudience {
  readonly reasons: readonly Reason[];
  readonly stage: AlertStage | null;
  readonly state: 'open' | 'acknowledged' | 'withdrawn' | 'resolved' | null;
  readonly staff: readonly Addressee[];
  readonly holders: readonly Addressee[];
  /** The volunteers to whom the group gave the role. */
  readonly volunteers: readonly Addressee[];
}

interface OfAlert {
  readonly siteId: string;
  readonly groupId: string | null;
  readonly alertId: string;
  readonly today: string;
  /** Of the staff. */
  readonly roles: readonly string[];
}

/** Everybody who hears of an alert, its reasons, and whom it has reached, in one query. */
export async function audienceOf(
  manager: EntityManager,
  { siteId, groupId, alertId, today, roles }: OfAlert,
): Promise<AlertAudience> {
  const [row] = await prepared<AlertAudience>(manager, ABOUT_ALERT, [
    siteId,
    today,
    roles,
    groupId,
    ['contact', 'host'],
    alertId,
  ]);
  return row ?? { reasons: [], stage: null, state: null, staff: [], holders: [], volunteers: [] };
}

/** Members of the group who said yes to messages and hold no role that already gets this one. */
export async function membersOf(
  manager: EntityManager,
  groupId: string,
  today: string,
): Promise<Addressee[]> {
  return manager.query(
    `select ${COLUMNS} from (
       select case when m.account_id is not null then 'account' else 'member' end as person_kind, coalesce(m.account_id, m.id) as person_id,
         'member' as audience, m.wants_messages, m.paused_until, m.left_on, a.disabled_at
       from member m left join account a on a.id = m.account_id
       where m.group_id = $1 and m.wants_messages and m.left_on is null) people order by person_id`,
    [groupId, today],
  );
}
