import type { NewEvent } from '@followon/shared/db/ledger/append';
import type { Row } from '../demo-rows.js';
import type { Stream } from '../facts.js';
import { fact } from '../facts.js';
import type { GroupPlan } from './group-plan.js';
import { memberNames, people, personId, siteId } from '../people.js';
import { demoId, seededRandom } from '../random.js';
import type { Register } from './registers.js';

const ROLE_HOLDERS = 2;
/** Beyond those who usually come. */
const MORE_ON_THE_BOOKS = 3;
const APOLOGIES_SHARE = 0.3;

export interface GroupPeople {
  readonly members: readonly Row[];
  readonly roles: readonly Row[];
  readonly facts: readonly NewEvent[];
}

/** The members a group is known to have, who looks after it, and that they said yes. */
export function groupPeople(plan: GroupPlan, stream: Stream, formedOn: string): GroupPeople {
  const members = namesOf(plan).map((name, index) => member(plan, { name, index, formedOn }));
  const roles = rolesOf(plan, members).map((holder) => ({
    ...{ id: demoId('role', plan.name, holder.kind), site_id: stream.siteId, group_id: stream.streamId },
    ...{ ...holder, from_on: formedOn },
  }));
  return {
    members,
    roles,
    facts: [...joined(members, stream, formedOn), ...accepted(roles, stream, formedOn)],
  };
}

/** A group that counts heads is known by its contact person and its host only. */
function namesOf({ name, named, firstMeetingInDays, usual, contact }: GroupPlan): readonly string[] {
  const knowsPeople = named === true || firstMeetingInDays !== undefined;
  const most = knowsPeople ? usual + MORE_ON_THE_BOOKS : ROLE_HOLDERS;
  const start = Math.floor(seededRandom(`names of ${name}`)() * memberNames.length);
  const picked = [...memberNames.slice(start), ...memberNames.slice(0, start)].slice(0, most);
  return contact ? [people[contact].displayName, ...picked.slice(1)] : picked;
}

function member(
  plan: GroupPlan,
  { name, index, formedOn }: { name: string; index: number; formedOn: string },
): Row {
  const isContact = index === 0 && plan.contact !== undefined;
  return {
    ...{
      id: demoId('member', plan.name, name),
      site_id: siteId(plan.site),
      group_id: demoId('group', plan.name),
    },
    account_id: isContact && plan.contact ? personId(plan.contact) : null,
    display_name: name,
    wants_messages: index % 3 !== 2,
    joined_on: formedOn,
  };
}

function rolesOf({ contact, ptv }: GroupPlan, members: readonly Row[]) {
  const [first, second] = members;
  const none = { account_id: null, member_id: null };
  return [
    { kind: 'contact', ...none, ...(contact ? { account_id: personId(contact) } : { member_id: first?.id }) },
    { kind: 'host', ...none, member_id: second?.id },
    ...(ptv ? [{ kind: 'ptv', ...none, account_id: personId(ptv) }] : []),
  ];
}

const joined = (members: readonly Row[], stream: Stream, on: string): NewEvent[] =>
  members.map(({ id }) =>
    fact({ ...stream, at: on }, 'member.joined.v1', { groupId: stream.streamId, memberId: String(id) }),
  );

const accepted = (roles: readonly Row[], stream: Stream, on: string): NewEvent[] =>
  roles.map(({ id, kind }) =>
    fact({ ...stream, at: on }, 'role.accepted.v1', {
      groupId: stream.streamId,
      roleId: String(id),
      kind: String(kind),
    }),
  );

/** Who was there, for the groups that note names: as many as the head count says, regulars more often. */
export function attendanceOf(
  plan: GroupPlan,
  members: readonly Row[],
  registers: readonly Register[],
): Row[] {
  if (!plan.named) return [];
  const random = seededRandom(`marks of ${plan.name}`);
  const place = { group_id: demoId('group', plan.name), site_id: siteId(plan.site) };
  return registers.flatMap((register) => {
    if (register.outcome !== 'held') return [];
    const keenness = new Map(
      members.map((person, index) => [person, random() + (members.length - index) / members.length]),
    );
    const byKeenness = [...members].sort((a, b) => (keenness.get(b) ?? 0) - (keenness.get(a) ?? 0));
    const away = byKeenness
      .slice(register.headcount)
      .map(({ id }) => ({ id, said: random() < APOLOGIES_SHARE }));
    return [
      {
        ...{ meeting_id: demoId('meeting', plan.name, register.on), ...place },
        present: byKeenness.slice(0, register.headcount).map(({ id }) => id),
        apologies: away.filter(({ said }) => said).map(({ id }) => id),
        absent: away.filter(({ said }) => !said).map(({ id }) => id),
      },
    ];
  });
}
