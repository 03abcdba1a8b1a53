import type { NewDue } from '@followon/shared/db/due/arm-due';
import type { NewEvent } from '@followon/shared/db/ledger/append';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate, londonInstant } from '@followon/shared/rules/calendar/london';
import { SUCCESSION_DAYS } from '@followon/shared/rules/handover/succession';
import type { Row } from '../demo-rows.js';
import type { Stream } from '../facts.js';
import { fact } from '../facts.js';
import { demoId } from '../random.js';

interface WhoIsThere {
  readonly roles: readonly Row[];
  readonly succession: readonly Row[];
  readonly facts: readonly NewEvent[];
  readonly dues: readonly NewDue[];
}

/** Whether its last contact person has just stepped down, or everybody is there still. */
export const rolesToday = (
  isLeft: boolean,
  { roles, stream, now }: { roles: readonly Row[]; stream: Stream; now: Date },
): WhoIsThere =>
  isLeft
    ? steppedDown(roles, stream, now)
    : { roles: roles.map((role) => ({ ...role, until_on: null })), succession: [], facts: [], dues: [] };

/** The last contact person of a group stepped down today: its host and its volunteer have two weeks to ask around. */
function steppedDown(roles: readonly Row[], stream: Stream, now: Date): WhoIsThere {
  const today = londonDate(now);
  const role = roles.find(({ kind }) => kind === 'contact');
  if (!role) throw new Error('a group whose contact person steps down needs one');
  const { streamId: groupId, siteId } = stream;
  const id = demoId('succession', groupId);
  const actBy = addDays(today, SUCCESSION_DAYS.group);
  const live = { ...stream, at: now, origin: 'live' } as const;
  const kind = 'contact';
  return {
    roles: roles.map((one) => ({ ...one, until_on: one === role ? today : null })),
    succession: [
      {
        ...{ id, site_id: siteId, group_id: groupId, kind, because: 'stepped-down', opened_on: today },
        ...{ act_by: actBy, stage: 'group', state: 'open' },
      },
    ],
    facts: [
      fact(live, 'role.vacated.v1', { groupId, roleId: String(role.id), kind }),
      fact(live, 'succession.opened.v1', { groupId, successionId: id, kind, actBy }),
    ],
    dues: [
      {
        ...{ rule: 'succession', siteId, streamId: groupId, subjectId: id, occurrence: actBy },
        dueAt: londonInstant(addDays(actBy, 1), '07:00'),
      },
    ],
  };
}
