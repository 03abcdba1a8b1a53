import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { readListVersion } from '@followon/shared/rules/handover/list-version';
import { rebuild } from '@followon/shared/rules/handover/rebuild';
import { stillToCome } from '@followon/shared/rules/handover/site-changes';
import { BASE_TEMPLATE_VERSION } from '@followon/shared/rules/handover/templates/base';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { assigneeFor } from './assignee-for.js';
import type { ProgrammeFacts } from './programme-facts.js';
import { loadProgramme } from './programme-facts.js';
import type { RunningList, StandingRow } from './running-list.js';
import { loadRunningList, loadStanding } from './running-list.js';
import type { SiteList } from './site-list.js';
import { listOfVersion, newestList } from './site-list.js';
import { tickWhatIsSo } from './tick-what-is-so.js';
import { writeRebuild } from './write-rebuild.js';

type Rebuilds =
  | 'handover.route-chosen.v1'
  | 'handover.template-moved.v1'
  | 'handover.without-ptv.v1'
  | 'programme.volunteer-accepted.v1';

/** Another route, a newer list, no volunteer or one after all: what is not done is planned anew, what is done stays as it is. */
@Injectable()
export class RebuildHandover implements Reaction<Rebuilds> {
  readonly reactor = 'handover';
  readonly name = 'rebuild-handover';

  async react(event: DomainEvent<Rebuilds>, within: Within): Promise<Outcome> {
    const { manager } = within;
    const programme = await loadProgramme(manager, event.payload.programmeId);
    if (!programme.handover_id) return { skipped: 'no checklist is open yet' };
    const running = await loadRunningList(manager, programme.handover_id);
    const list = running && (await listAfter(event, running, manager));
    if (!running || !list) return { skipped: 'its list is the right one, or is not to be changed any more' };

    await pin(manager, running, list);
    const standing = await loadStanding(manager, running.id);
    const built = rebuild({
      standing,
      wanted: stillToCome(list.tasks, { tasks: standing, isSignedOff: running.state !== 'open' }),
      today: londonDate(within.now),
      ...anchorsOf(programme),
    });
    const assigneeOf = (ownerRole: string) =>
      assigneeIn(standing, ownerRole) ?? assigneeFor(ownerRole, programme);
    const checklist = { handoverId: running.id, siteId: programme.site_id, streamId: programme.id };
    await writeRebuild(manager, checklist, { built, assigneeOf, now: within.now });
    await tickWhatIsSo({ because: event, programme, tasks: built.come }, within);
    return {
      did: `took out ${built.go.length}, put in ${built.come.length}, changed ${built.change.length} tasks`,
    };
  }
}

/** The list that the event speaks of, whatever was saved since; undefined when something later overtook it. */
async function listAfter(
  event: DomainEvent<Rebuilds>,
  running: RunningList,
  manager: EntityManager,
): Promise<SiteList | undefined> {
  const { route, siteId, withoutPtv, siteVersion } = running;
  const asked = { route, siteId, withoutPtv };
  if (running.state === 'closed') return undefined;
  if (event.name === 'handover.route-chosen.v1')
    return event.payload.route === route ? newestList(manager, asked, event.occurredAt) : undefined;
  if (event.name === 'handover.template-moved.v1') {
    const to = readListVersion(event.payload.to);
    return to.route === route ? listOfVersion(manager, asked, to.siteVersion) : undefined;
  }
  const isForWantOfOne = event.name === 'handover.without-ptv.v1' || (await isBuiltWithout(running, manager));
  return isForWantOfOne ? listOfVersion(manager, asked, siteVersion) : undefined;
}

const HAS_MATCH = `select 1 from handover_task where handover_id = $1 and key = 'assign_ptv'`;

/** There is a volunteer by now. A list that has one from the start is left as it is, whatever we ship by then. */
async function isBuiltWithout({ id, withoutPtv }: RunningList, manager: EntityManager): Promise<boolean> {
  const match: unknown[] = await manager.query(HAS_MATCH, [id]);
  return !withoutPtv && match.length === 0;
}

async function pin(manager: EntityManager, { id }: RunningList, { version }: SiteList): Promise<void> {
  await manager.query('update handover set site_version = $2, template_version = $3 where id = $1', [
    ...[id, version, BASE_TEMPLATE_VERSION],
  ]);
}

const anchorsOf = ({ last_session_on, first_meeting_on, country }: ProgrammeFacts) => ({
  lastSessionOn: last_session_on,
  firstMeetingOn: first_meeting_on ?? undefined,
  country,
});

/** The group's own tasks go to the contact person who has the others. */
function assigneeIn(standing: readonly StandingRow[], ownerRole: string): string | undefined {
  if (ownerRole !== 'contact') return undefined;
  return standing.find((task) => task.ownerRole === 'contact' && task.assigneeId)?.assigneeId ?? undefined;
}
