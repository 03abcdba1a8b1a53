import { randomUUID } from 'node:crypto';
import { prepared } from '@followon/shared/db/prepared';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import type { AlertCause } from '@followon/shared/rules/alert/causes';
import { firstStage } from '@followon/shared/rules/alert/stages';
import type { Reason } from '@followon/shared/rules/health/facts';
import { tellsOfMarks } from '@followon/shared/rules/health/marks';
import type { Within } from '../dispatch/reaction.js';
import { alertTermsOf, armNextStages } from './alert-clocks.js';

/** A group or, while there is none, a programme. */
export interface AlertSubject {
  readonly siteId: string;
  readonly groupId: string | null;
  readonly programmeId: string | null;
}

export interface NewAlert extends AlertSubject {
  readonly cause: AlertCause;
  readonly reasons: readonly Reason[];
  /** The record that it stands on. */
  readonly aboutId?: string;
  /** Somebody has the matter in hand: who, and since when. */
  readonly inHand?: { readonly by: string | null; readonly at: string } | undefined;
}

const OPEN = {
  name: 'open-alert',
  text: `insert into alert (id, site_id, group_id, programme_id, cause, reasons, opened_at, opened_event_id, stage, stage_at, about_id,
    state, acknowledged_by, acknowledged_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $7, $10, $11, $12, $13)`,
};

/** Stream and payload ids of what is said about an alert of this subject. */
export const saidOf = ({ groupId, programmeId }: Pick<AlertSubject, 'groupId' | 'programmeId'>) => ({
  stream: { id: groupId ?? programmeId ?? '', kind: groupId ? 'group' : 'programme' } as const,
  ids: { groupId, ...(programmeId && { programmeId }) },
});

/** Opens one episode, says so on its subject's stream, and starts the clock of its next stage. */
export async function openAlert(because: DomainEvent, alert: NewAlert, within: Within): Promise<void> {
  const { manager, now } = within;
  const { siteId, cause, reasons, inHand } = alert;
  const id = randomUUID();
  const site = await alertTermsOf(manager, siteId);
  const byMarks = tellsOfMarks(reasons);
  const stage = firstStage(cause, site.terms, { byMarks });
  const state = inHand ? 'acknowledged' : 'open';
  const { stream, ids } = saidOf(alert);
  const payload = { alertId: id, ...ids, cause };
  const eventId = within.append({ because, stream, name: 'alert.opened.v1', payload });
  await prepared(manager, OPEN, [
    ...[id, siteId, alert.groupId, alert.programmeId, cause, JSON.stringify(reasons), now, eventId, stage],
    ...[alert.aboutId ?? null, state, inHand?.by ?? null, inHand?.at ?? null],
  ]);
  const clocked = { id, siteId, streamId: stream.id, state, stage, stageAt: now, byMarks } as const;
  await armNextStages(manager, [clocked], { site });
}

export interface Over extends AlertSubject {
  readonly id: string;
  readonly cause: AlertCause;
  readonly because: string;
}

const WITHDRAW = `update alert set state = 'withdrawn', closed_at = $2, withdrawn_because = $3, snoozed_until = null, snoozed_by = null
  where id = $1 and state in ('open', 'acknowledged')`;

/** Takes back what is not true any more; nothing where a person resolved it meanwhile. */
export async function withdrawAlert(because: DomainEvent, over: Over, within: Within): Promise<void> {
  const { id, cause } = over;
  const [, count]: [unknown[], number] = await within.manager.query(WITHDRAW, [id, within.now, over.because]);
  if (count === 0) return;
  const { stream, ids } = saidOf(over);
  const payload = { alertId: id, ...ids, cause, because: over.because };
  within.append({ because, stream, name: 'alert.withdrawn.v1', payload });
}
