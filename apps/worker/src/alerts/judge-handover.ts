import type { DomainEvent } from '@followon/shared/events/catalogue';
import type { HandoverCause } from '@followon/shared/rules/alert/causes';
import { decideHandover } from '@followon/shared/rules/alert/handover';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { SIGN_OFF_TASK } from '@followon/shared/rules/handover/sign-off';
import { Injectable } from '@nestjs/common';
import type { Folding, Outcome, Within } from '../dispatch/reaction.js';
import type { HandoverAlerts } from './handover-alert-facts.js';
import { handoverAlertFacts } from './handover-alert-facts.js';
import { openAlert, withdrawAlert } from './open-alert.js';

export type HandoverEvent =
  | 'programme.rescheduled.v1'
  | 'programme.finished.v1'
  | 'programme.volunteer-accepted.v1'
  | 'handover.route-chosen.v1'
  | 'handover.template-moved.v1'
  | 'handover.without-ptv.v1'
  | 'handover.declined.v1'
  | 'handover.signed-off.v1'
  | 'handover.closed.v1'
  | 'handover-task.done.v1'
  | 'handover-task.set-aside.v1'
  | 'handover-task.escalated.v1';

/** Opens an alert about a handover that is late or has no volunteer, and withdraws it when that is over. */
@Injectable()
export class JudgeHandover implements Folding<HandoverEvent> {
  readonly reactor = 'alerts';
  readonly name = 'judge-handover';

  async fold(events: readonly DomainEvent<HandoverEvent>[], within: Within): Promise<Outcome> {
    const live = events.filter(({ origin }) => origin === 'live');
    const because = live.at(-1);
    if (!because) return { skipped: 'history is told to nobody' };
    if (because.streamKind !== 'programme') return { skipped: 'a list of a group holds up no handover' };
    const when = { today: londonDate(within.now), signOffTask: SIGN_OFF_TASK };
    const facts = await handoverAlertFacts(within.manager, because.streamId, when);
    if (!facts) return { skipped: 'there is no handover yet' };
    const said = await carryOut(facts, live, { because, within });
    return said.length > 0 ? { did: said.join(', ') } : { skipped: 'no alert begins or ends' };
  }
}

async function carryOut(
  facts: HandoverAlerts,
  live: readonly DomainEvent<HandoverEvent>[],
  { because, within }: { readonly because: DomainEvent; readonly within: Within },
): Promise<string[]> {
  const { siteId, groupId, handoverId, mine, standing } = facts;
  const programmeId = because.streamId;
  const decision = decideHandover(facts, { edges: edgesOf(live), open: mine.map(({ cause }) => cause) });
  for (const episode of mine) {
    const over = decision.withdraw.find(({ cause }) => cause === episode.cause);
    if (over) await withdrawAlert(because, { ...over, ...episode, siteId, programmeId }, within);
  }
  const open = decision.open.filter((cause) => !standing.includes(cause));
  for (const cause of open) {
    const edge = live.findLast((event) => edgeOf(event) === cause) ?? because;
    const alert = { siteId, groupId, programmeId, cause, reasons: [], aboutId: handoverId };
    await openAlert(edge, alert, within);
  }
  return [
    ...open.map((cause) => `opened ${cause}`),
    ...decision.withdraw.map(({ cause }) => `withdrew ${cause}`),
  ];
}

function edgeOf(event: DomainEvent<HandoverEvent>): HandoverCause | undefined {
  if (event.name === 'handover.without-ptv.v1') return 'no-ptv';
  return event.name === 'handover-task.escalated.v1' ? 'handover-late' : undefined;
}

const edgesOf = (events: readonly DomainEvent<HandoverEvent>[]): ReadonlySet<HandoverCause> =>
  new Set(events.flatMap((event) => edgeOf(event) ?? []));
