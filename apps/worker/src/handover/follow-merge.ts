import type { DomainEvent } from '@followon/shared/events/catalogue';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { armAnew } from './arm-anew.js';
import { quieten } from './put-away.js';

type Merges = 'group.merged.v1' | 'group.merge-undone.v1';

/** A day in the diary belongs to the group that has the meeting or the list now. */
const DATES = `
  update due d set stream_id = m.group_id from meeting m
  where m.id = d.subject_id and d.done_at is null and d.stream_id = any($1::uuid[]) and d.stream_id <> m.group_id`;
const TASKS = `
  update due d set stream_id = h.group_id from handover_task t join handover h on h.id = t.handover_id
  where t.id = d.subject_id and h.programme_id is null and d.done_at is null and d.stream_id = any($1::uuid[]) and d.stream_id <> h.group_id`;

const LISTS = `
  select id, kind, state, opened_on as "openedOn", group_id as "groupId" from handover
  where group_id = any($1::uuid[]) and kind <> 'programme'`;
const UNDONE = `
  select id, key, due_on as "dueOn", owner_role as "ownerRole" from handover_task
  where handover_id = $1 and state not in ('done', 'not-applicable')`;

interface List {
  readonly id: string;
  readonly kind: 'restart' | 'hand-on' | 'closing';
  readonly state: string;
  readonly openedOn: string;
  readonly groupId: string;
}

/** What two groups share or part with brings its days along. Looked at as it stands, so a repeat does nothing. */
@Injectable()
export class FollowMerge implements Reaction<Merges> {
  readonly reactor = 'handover';
  readonly name = 'follow-merge';

  async react(event: DomainEvent<Merges>, within: Within): Promise<Outcome> {
    const { manager } = within;
    const { groupId, intoGroupId } = event.payload;
    const both = [groupId, intoGroupId];
    await manager.query(DATES, [both]);
    await manager.query(TASKS, [both]);
    const lists: List[] = await manager.query(LISTS, [both]);
    await quieten(
      manager,
      lists.filter(({ state }) => state === 'closed').map(({ id }) => id),
    );
    const carriers = lists.filter(({ state, groupId: at }) => state !== 'closed' && at !== previous(event));
    for (const list of carriers) await this.goOn(event, list, within);
    return { did: `${carriers.length} lists of a group go on` };
  }

  /** Its days are armed again where they were taken away, and its new group's stream says that it has the list. */
  private async goOn(
    event: DomainEvent<Merges>,
    list: List,
    { manager, now, append }: Within,
  ): Promise<void> {
    const undone: Parameters<typeof armAnew>[1] = await manager.query(UNDONE, [list.id]);
    await armAnew(manager, undone, { siteId: event.siteId, streamId: list.groupId, now });
    if (await isSaidAt(manager, list)) return;
    const { id: handoverId, kind, openedOn, groupId } = list;
    append({
      because: event,
      name: 'checklist.opened.v1',
      payload: { groupId, handoverId, kind, openedOn },
      stream: { id: groupId, kind: 'group' },
    });
  }
}

/** The group whose things moved. */
const previous = ({ name, payload }: DomainEvent<Merges>): string =>
  name === 'group.merged.v1' ? payload.groupId : payload.intoGroupId;

async function isSaidAt(manager: EntityManager, { id, groupId }: List): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `select 1 from event where stream_id = $1 and name = 'checklist.opened.v1' and payload ->> 'handoverId' = $2 limit 1`,
    [groupId, id],
  );
  return rows.length > 0;
}
