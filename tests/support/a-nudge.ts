import { randomUUID } from 'node:crypto';
import type { NudgeView } from '@followon/shared/contract/messages';
import type { TestDatabase } from './database.js';

interface NudgeOptions {
  readonly siteId: string;
  readonly groupId?: string | null;
  readonly programmeId?: string | null;
  readonly key?: string;
  readonly audience?: NudgeView['audience'];
  readonly person: { readonly kind: 'account' | 'member'; readonly id: string };
  readonly state?: NudgeView['state'];
  readonly reason?: string | null;
  readonly dueAt?: string;
  readonly eventId?: string;
  readonly figures?: Readonly<Record<string, unknown>>;
}

export interface NudgeRow {
  readonly id: string;
  readonly deliveryId: string | undefined;
}

/** A message to a role holder that was planned and, unless it was suppressed, sent. */
export async function aNudge(database: TestDatabase, options: NudgeOptions): Promise<NudgeRow> {
  const { siteId, person, state = 'sent', dueAt = '2026-04-14T09:00:00Z', eventId = randomUUID() } = options;
  const { id } = await database.insert<{ id: string }>('nudge', {
    site_id: siteId,
    group_id: options.groupId ?? null,
    programme_id: options.programmeId ?? null,
    key: options.key ?? 'how_was_it',
    occasion: randomUUID(),
    audience: options.audience ?? 'role-holder',
    person_kind: person.kind,
    person_id: person.id,
    subject_id: randomUUID(),
    state,
    reason: options.reason ?? null,
    due_at: dueAt,
    use_by: dueAt,
    sent_at: state === 'sent' ? dueAt : null,
    event_id: eventId,
    figures: JSON.stringify(options.figures ?? { on: '2026-04-13' }),
  });
  if (state === 'suppressed') return { id, deliveryId: undefined };
  const delivery = await database.insert<{ id: string }>('delivery', {
    site_id: siteId,
    nudge_id: id,
    event_id: eventId,
    idem_key: randomUUID(),
    channel: 'outbox',
    state: state === 'sent' ? 'sent' : 'queued',
    due_at: dueAt,
    sent_at: state === 'sent' ? dueAt : null,
  });
  return { id, deliveryId: delivery.id };
}
