import type { DomainEvent } from '@followon/shared/events/catalogue';
import { decideTold } from '@followon/shared/rules/alert/told';
import { Injectable } from '@nestjs/common';
import type { Folding, Outcome, Within } from '../dispatch/reaction.js';
import { openAlert, withdrawAlert } from './open-alert.js';
import { loadTold } from './told-facts.js';

export type ToldEvent =
  | 'group.reported.v1'
  | 'group.report-settled.v1'
  | 'group.rested.v1'
  | 'group.resumed.v1'
  | 'group.closed.v1'
  | 'group.restarted.v1'
  | 'group.merged.v1'
  | 'group.merge-undone.v1'
  | 'member.left.v1'
  | 'role.accepted.v1'
  | 'role.vacated.v1'
  | 'role.stepping-down.v1'
  | 'role.stays.v1';

type Run = readonly DomainEvent<ToldEvent>[];

/**
 * Opens an alert for what people tell of a group, and for its last contact person who leaves; withdraws it when that is over.
 * The group is looked at as it stands now, so that what is heard again, late or out of order does no harm.
 */
@Injectable()
export class JudgeTold implements Folding<ToldEvent> {
  readonly reactor = 'alerts';
  readonly name = 'judge-told';

  async fold(events: Run, within: Within): Promise<Outcome> {
    const because = events.findLast(({ origin }) => origin === 'live');
    if (!because) return { skipped: 'history is told to nobody' };
    const said: string[] = [];
    for (const groupId of groupsOf(events)) said.push(...(await judge(groupId, events, { because, within })));
    return said.length > 0 ? { did: said.join(', ') } : { skipped: 'no alert begins or ends' };
  }
}

async function judge(
  groupId: string,
  events: Run,
  { because, within }: { readonly because: DomainEvent; readonly within: Within },
): Promise<string[]> {
  const { siteId, latest, ...facts } = await loadTold(within.manager, groupId);
  const { open, withdraw } = decideTold(facts, latest);
  const subject = { siteId, groupId, programmeId: null };
  for (const { cause, because: why } of withdraw) {
    const id = latest.find((episode) => episode.cause === cause)?.id ?? '';
    await withdrawAlert(because, { ...subject, id, cause, because: why }, within);
  }
  for (const told of open)
    await openAlert(saidBy(events, told.aboutId) ?? because, { ...subject, ...told }, within);
  return [...open.map(({ cause }) => `opened ${cause}`), ...withdraw.map(({ cause }) => `withdrew ${cause}`)];
}

/** A merge is told on one group's stream and concerns two. */
const groupsOf = (events: Run): ReadonlySet<string> =>
  new Set(
    events.flatMap(({ payload }) =>
      'intoGroupId' in payload ? [payload.groupId, payload.intoGroupId] : [payload.groupId],
    ),
  );

/** The event of the run that tells of this record. */
const saidBy = (events: Run, aboutId: string) =>
  events.findLast(
    ({ payload, origin }) =>
      origin === 'live' &&
      (('reportId' in payload && payload.reportId === aboutId) ||
        ('roleId' in payload && payload.roleId === aboutId)),
  );
