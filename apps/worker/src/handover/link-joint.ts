import { CHOSE_EACH_OTHER } from '@followon/shared/db/handovers/group-of';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { moveTasks } from './move-tasks.js';
import { loadProgramme } from './programme-facts.js';
import { tickTasks } from './tick-tasks.js';

type Chosen = 'handover.route-chosen.v1';

/** Who would have joined a group and now would not is not with it any more: back to their own, if one was formed. */
const LEAVE = `
  update handover h set group_id = (select own.id from follow_on_group own where own.programme_id = h.programme_id
    order by own.created_at desc, own.id limit 1)
  where h.id = $1 and h.state <> 'closed' and h.group_id is not null and not exists (select from follow_on_group g
    where g.id = h.group_id and g.programme_id = h.programme_id) returning h.programme_id`;

/** The second of two programmes to choose the other finds what the first has formed, or brings what it has formed. */
const JOINT = `
  update handover h set group_id = k.group_id from handover k
  where (h.id = $1 or k.id = $1) and h.group_id is null and k.group_id is not null and h.state <> 'closed' and ${CHOSE_EACH_OTHER}
  returning h.programme_id`;

const MET = `
  select exists (select from meeting m join handover h on h.group_id = m.group_id
    where h.programme_id = $1 and m.outcome = 'held') as "hasMet"`;

/** A handover is with the group in which its people chose to go on, and what that group has done already counts. */
@Injectable()
export class LinkJoint implements Reaction<Chosen> {
  readonly reactor = 'handover';
  readonly name = 'link-joint';

  async react(event: DomainEvent<Chosen>, within: Within): Promise<Outcome> {
    const { handoverId, from } = event.payload;
    const left = from === 'join' ? await linked(within, LEAVE, handoverId) : [];
    const joint = await linked(within, JOINT, handoverId);
    for (const programmeId of joint) await tickWhatIsSo(programmeId, event, within);
    if (left.length + joint.length === 0) return { skipped: 'no other group is chosen' };
    return { did: 'linked the handover to its group' };
  }
}

async function linked({ manager }: Within, sql: string, handoverId: string): Promise<string[]> {
  const [rows]: [{ programme_id: string }[], number] = await manager.query(sql, [handoverId]);
  return rows.map(({ programme_id }) => programme_id);
}

async function tickWhatIsSo(
  programmeId: string,
  because: DomainEvent<Chosen>,
  within: Within,
): Promise<void> {
  const programme = await loadProgramme(within.manager, programmeId);
  if (!programme.first_meeting_on) return;
  const [{ hasMet = false } = {}]: { hasMet?: boolean }[] = await within.manager.query(MET, [programmeId]);
  const keys = ['first_date_fixed', ...(hasMet ? ['reminder_first', 'first_meeting'] : [])];
  await tickTasks(programmeId, { because, keys, on: programme.first_meeting_on }, within);
  await moveTasks(within.manager, programme, within.now);
}
