import { queryOptions } from '@tanstack/react-query';
import type { Cadence, GroupRoleView, GroupView, MemberView } from '@followon/shared/contract/groups';
import type { MeetingView } from '@followon/shared/contract/meetings';
import type { ProgrammeView } from '@followon/shared/contract/programmes';
import { get, send } from '../api/client.js';

export const formingQueries = {
  programme: (id: string) =>
    queryOptions({ queryKey: ['programmes', id], queryFn: () => get<ProgrammeView>(`/programmes/${id}`) }),
};

export interface Formed {
  readonly siteId: string;
  readonly programmeId: string;
  readonly name: string;
  readonly cadence: Cadence;
  /** Empty: not fixed yet. */
  readonly firstOn: string;
}

export const fixFirstDate = (groupId: string, date: string, key: string): Promise<MeetingView> =>
  send('POST', `/groups/${groupId}/meetings`, { body: { date }, key });

/** A date that is refused leaves the group formed: the card that comes next asks for one again. */
export async function formGroup({ firstOn, ...body }: Formed, key: string): Promise<GroupView> {
  const group = await send<GroupView>('POST', '/groups', { body, key });
  if (firstOn) await fixFirstDate(group.id, firstOn, `${key}-d`).catch(() => undefined);
  return group;
}

export interface Named {
  readonly groupId: string;
  readonly names: readonly string[];
}

/** Each is written down as one of the group, and as somebody to ring. */
export async function nameToRing({ groupId, names }: Named, key: string): Promise<number> {
  for (const [place, displayName] of names.entries()) {
    const member = await send<MemberView>('POST', `/groups/${groupId}/members`, {
      body: { displayName },
      key: `${key}-m${place}`,
    });
    await send<GroupRoleView>('POST', `/groups/${groupId}/roles`, {
      body: { kind: 'contact', memberId: member.id },
      key: `${key}-r${place}`,
    });
  }
  return names.length;
}
