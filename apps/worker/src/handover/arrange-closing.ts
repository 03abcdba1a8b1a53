import { armDue } from '@followon/shared/db/due/arm-due';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate, londonInstant } from '@followon/shared/rules/calendar/london';
import { CLOSING_LIST_DAYS } from '@followon/shared/rules/group/close-reasons';
import { CLOSING_VERSION, closingTasks } from '@followon/shared/rules/handover/templates/closing';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { openGroupList, openListOf, planGroupList } from './open-group-list.js';
import type { GroupList } from './open-group-list.js';
import { putAway } from './put-away.js';

type Ends = 'group.closing-announced.v1' | 'group.closing-withdrawn.v1' | 'group.closed.v1';
type Ending = DomainEvent<Exclude<Ends, 'group.closing-withdrawn.v1'>>;

const UNDONE = `delete from handover_task where handover_id = $1 and state in ('open', 'overdue')`;

/** A group that closes well, now or on a day to come, gets its list of goodbyes; whoever goes on after all needs none. */
@Injectable()
export class ArrangeClosing implements Reaction<Ends> {
  readonly reactor = 'handover';
  readonly name = 'arrange-closing';

  async react(event: DomainEvent<Ends>, within: Within): Promise<Outcome> {
    if (event.name === 'group.closing-withdrawn.v1')
      return (await putAway(event, 'closing', within))
        ? { did: 'put the list for closing away' }
        : { skipped: 'there was no list for closing' };
    if (event.origin !== 'live') return { skipped: 'it is history: nobody is asked for goodbyes now' };
    await armDue(within.manager, [dueOf(event)]);
    await putAway(event, 'restart', within);
    // Nobody hands a role on in a group that is over.
    if (event.name === 'group.closed.v1') await putAway(event, 'hand-on', within);
    if (event.payload.how !== 'closed-well') {
      const had = await putAway(event, 'closing', within);
      return had ? { did: 'put the list for closing away' } : { skipped: 'it closes without a list' };
    }
    return this.open(event, within);
  }

  private async open(event: Ending, { manager, now, append }: Within): Promise<Outcome> {
    const { groupId, on } = event.payload;
    const openedOn = londonDate(now);
    const about = {
      groupId,
      siteId: event.siteId,
      kind: 'closing',
      route: 'none',
      tasks: closingTasks,
    } as const;
    const versions = { templateVersion: CLOSING_VERSION, siteVersion: null };
    const list: GroupList = { ...about, ...versions, openedOn, countsFrom: on };
    const running = await openListOf(manager, groupId, 'closing');
    if (running !== undefined) {
      if (event.name === 'group.closed.v1')
        return { skipped: 'its list was opened when the end was announced' };
      await manager.query(UNDONE, [running]);
      await planGroupList(manager, { ...list, handoverId: running }, now);
      return { did: `moved what is left to do to ${on}` };
    }
    const handoverId = await openGroupList(manager, list, now);
    if (!handoverId) return { skipped: 'its list for closing is open already' };
    const payload = { groupId, handoverId, kind: 'closing', openedOn } as const;
    append({ because: event, name: 'checklist.opened.v1', payload });
    return { did: 'opened the list for closing well' };
  }
}

/** It ends after its last day; the list is put away four weeks later, whatever is left on it. */
function dueOf({ name, siteId, payload: { groupId, on } }: Ending) {
  const about = { siteId, streamId: groupId, subjectId: groupId, occurrence: on };
  return name === 'group.closing-announced.v1'
    ? { ...about, rule: 'group-closing', dueAt: londonInstant(addDays(on, 1), '06:30') }
    : { ...about, rule: 'closing-list-over', dueAt: londonInstant(addDays(on, CLOSING_LIST_DAYS), '06:30') };
}
