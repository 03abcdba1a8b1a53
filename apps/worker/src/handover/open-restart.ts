import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { BASE_TEMPLATE_VERSION } from '@followon/shared/rules/handover/templates/base';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { openGroupList } from './open-group-list.js';
import { putAway } from './put-away.js';
import { newestList } from './site-list.js';

/** A group that starts again gets its short list; one for closing is put away. */
@Injectable()
export class OpenRestart implements Reaction<'group.restarted.v1'> {
  readonly reactor = 'handover';
  readonly name = 'open-restart';

  async react(event: DomainEvent<'group.restarted.v1'>, within: Within): Promise<Outcome> {
    if (event.origin !== 'live') return { skipped: 'it is history: nobody needs a list for it now' };
    const { manager, now, append } = within;
    const { siteId, payload } = event;
    const { groupId } = payload;
    await putAway(event, 'closing', within);
    const openedOn = londonDate(now);
    const { version, tasks } = await newestList(manager, { siteId, route: 'restart' }, now);
    const list = { groupId, siteId, kind: 'restart', route: 'restart', tasks, openedOn } as const;
    const versions = { templateVersion: BASE_TEMPLATE_VERSION, siteVersion: version };
    const handoverId = await openGroupList(manager, { ...list, ...versions, countsFrom: openedOn }, now);
    if (!handoverId) return { skipped: 'its list for starting again is open already' };
    append({
      because: event,
      name: 'checklist.opened.v1',
      payload: { groupId, handoverId, kind: 'restart', openedOn },
    });
    return { did: 'opened the list for starting again' };
  }
}
