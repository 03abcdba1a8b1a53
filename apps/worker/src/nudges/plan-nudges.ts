import { randomUUID } from 'node:crypto';
import { prepared } from '@followon/shared/db/prepared';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import type { GroupState } from '@followon/shared/contract/health';
import type { StreamKind } from '@followon/shared/events/envelope';
import type { NudgeDecision } from '@followon/shared/rules/nudge/decide-nudge';
import { decideNudge } from '@followon/shared/rules/nudge/decide-nudge';
import type { Moment } from '@followon/shared/rules/nudge/moments';
import { idempotencyKey } from '@followon/shared/rules/nudge/moments';
import type { Nudge } from '@followon/shared/rules/nudge/nudge';
import type { EntityManager } from 'typeorm';
import type { Outcome, Within } from '../dispatch/reaction.js';
import type { Addressee } from './recipients.js';

export interface Plan {
  readonly because: DomainEvent;
  readonly nudge: Nudge;
  readonly subjectId: string;
  readonly moment: Pick<Moment, 'offsetDays' | 'from' | 'useBy'>;
  readonly to: readonly Addressee[];
  /** Dates, counts and keys that the words need; never a name. */
  readonly figures: Readonly<Record<string, unknown>>;
  /** What tells this message to a person from the next one; its subject and its moment unless given. */
  readonly occasion?: string;
  /** What it is about, unless it is about what its cause is about. */
  readonly stream?: { readonly id: string; readonly kind: StreamKind };
}

interface Before {
  readonly groupState: GroupState | undefined;
  readonly groupSwitchedOff: boolean;
  readonly sentAt: ReadonlyMap<string, readonly Date[]>;
  readonly planned: ReadonlySet<string>;
}

/** Thinks of a message to each person: planned, or suppressed with the reason; once per nudge, person and occasion. */
export async function planNudges(plan: Plan, within: Within): Promise<Outcome> {
  const { nudge, subjectId, moment, to } = plan;
  if (to.length === 0) return { skipped: `nobody to send ${nudge.key} to` };

  const occasion = plan.occasion ?? `${subjectId}/${moment.offsetDays}`;
  const before = await lookBack(plan, occasion, within);
  const rows = to
    .filter(({ personId }) => !before.planned.has(personId))
    .map((person) => rowOf(plan, person, { occasion, before, within }));
  await storeNudges(within.manager, plan, rows);
  const planned = rows.filter(({ state }) => state === 'planned').length;
  if (planned > 0) return { did: `planned ${planned} of ${nudge.key}` };
  return { skipped: rows[0] ? `${nudge.key}: ${rows[0].reason ?? ''}` : `${nudge.key} was planned before` };
}

function rowOf(
  plan: Plan,
  person: Addressee,
  { occasion, before, within }: { occasion: string; before: Before; within: Within },
) {
  const { because, nudge, subjectId, moment, figures } = plan;
  const decision = decideNudge({
    ...{
      nudge,
      audience: person.audience,
      recipient: person,
      groupState: before.groupState,
      groupSwitchedOff: before.groupSwitchedOff,
      stillTrue: true,
    },
    ...{ sentAt: before.sentAt.get(person.personId) ?? [], origin: because.origin, useBy: moment.useBy },
    now: moment.from > within.now ? moment.from : within.now,
  });
  const id = randomUUID();
  const deliveryId = randomUUID();
  const personRef = person.personId;
  return {
    ...{
      id,
      occasion,
      key: nudge.key,
      audience: person.audience,
      person_kind: person.personKind,
      person_id: personRef,
      subject_id: subjectId,
    },
    ...stateOf(decision, moment.from),
    ...{ use_by: moment.useBy, figures, delivery_id: deliveryId },
    idem_key: idempotencyKey({ nudge: nudge.key, personRef, occasion }),
    event_id: announce(decision, { plan, within, nudgeId: id, deliveryId }),
  };
}

const stateOf = (decision: NudgeDecision, from: Date) =>
  'send' in decision
    ? { state: 'planned', reason: null, due_at: decision.dueAt }
    : { state: 'suppressed', reason: decision.suppress, due_at: from };

interface Announcement {
  readonly plan: Plan;
  readonly within: Within;
  readonly nudgeId: string;
  readonly deliveryId: string;
}

function announce(
  decision: NudgeDecision,
  { plan: { because, stream, nudge }, within, nudgeId, deliveryId }: Announcement,
): string {
  const { key } = nudge;
  const said = { because, ...(stream && { stream }) };
  if ('send' in decision)
    return within.append({ ...said, name: 'nudge.planned.v1', payload: { nudgeId, key, deliveryId } });
  return within.append({
    ...said,
    name: 'nudge.suppressed.v1',
    payload: { nudgeId, key, reason: decision.suppress },
  });
}

/** What a message is about: a group or a programme, never both. */
function aboutOf({ because, stream }: Pick<Plan, 'because' | 'stream'>) {
  const { id, kind } = stream ?? { id: because.streamId, kind: because.streamKind };
  return { groupId: kind === 'group' ? id : null, programmeId: kind === 'programme' ? id : null };
}

const LOOK_BACK = {
  name: 'nudges-look-back',
  text: `
  select (select state from follow_on_group where id = $1) as group_state,
    coalesce((select messages_off from follow_on_group where id = coalesce($1, (select h.group_id from handover h where h.programme_id = $6 and h.route <> 'join'))), false) as switched_off,
    coalesce((select jsonb_agg(n.person_id) from nudge n where n.key = $3 and n.occasion = $4 and n.person_id = any($2::uuid[])), '[]') as planned,
    coalesce((select jsonb_agg(jsonb_build_object('person', n.person_id, 'at', coalesce(n.sent_at, n.due_at))) from nudge n
      where n.person_id = any($2::uuid[]) and n.state in ('planned', 'sent') and n.audience in ('member', 'role-holder')
        and coalesce(n.sent_at, n.due_at) > $5::timestamptz - interval '31 days'), '[]') as sent`,
};

interface LookBackRow {
  readonly group_state: GroupState | null;
  readonly switched_off: boolean;
  readonly planned: string[];
  readonly sent: { person: string; at: string }[];
}

async function lookBack(
  { because, stream, nudge, to }: Plan,
  occasion: string,
  { manager, now }: Within,
): Promise<Before> {
  const { groupId, programmeId } = aboutOf({ because, stream });
  const people = to.map(({ personId }) => personId);
  const values = [groupId, people, nudge.key, occasion, now, programmeId];
  const [row] = await prepared<LookBackRow>(manager, LOOK_BACK, values);
  return {
    groupState: row?.group_state ?? undefined,
    groupSwitchedOff: row?.switched_off ?? false,
    sentAt: byPerson(row?.sent ?? []),
    planned: new Set(row?.planned),
  };
}

function byPerson(sent: LookBackRow['sent']): Map<string, Date[]> {
  const sentAt = new Map<string, Date[]>();
  for (const { person, at } of sent) sentAt.set(person, [...(sentAt.get(person) ?? []), new Date(at)]);
  return sentAt;
}

/** The rows as given are already the answer of the rule; a delivery goes with each that is planned. */
const STORE = {
  name: 'store-nudges',
  text: `
  with thought as (
    select * from jsonb_to_recordset($1::jsonb) as n(id uuid, key text, occasion text, audience text, person_kind text, person_id uuid,
      subject_id uuid, state text, reason text, due_at timestamptz, use_by timestamptz, event_id uuid, figures jsonb, delivery_id uuid, idem_key text)
  ), kept as (
    insert into nudge (id, site_id, group_id, programme_id, key, occasion, audience, person_kind, person_id, subject_id, state, reason, due_at,
      use_by, event_id, figures)
    select id, $2::uuid, $3::uuid, $4::uuid, key, occasion, audience, person_kind, person_id, subject_id, state, reason, due_at, use_by, event_id, figures
    from thought returning id
  )
  insert into delivery (id, site_id, nudge_id, event_id, idem_key, channel, state, due_at)
  select t.delivery_id, $2::uuid, t.id, t.event_id, t.idem_key, 'outbox', 'queued', t.due_at from thought t join kept using (id)
  where t.state = 'planned'`,
};

async function storeNudges(manager: EntityManager, plan: Plan, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const { groupId, programmeId } = aboutOf(plan);
  await prepared(manager, STORE, [JSON.stringify(rows), plan.because.siteId, groupId, programmeId]);
}
