import { randomUUID } from 'node:crypto';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import type { StreamKind } from '@followon/shared/events/envelope';
import type { NudgeDecision } from '@followon/shared/rules/nudge/decide-nudge';
import { decideNudge } from '@followon/shared/rules/nudge/decide-nudge';
import type { Moment } from '@followon/shared/rules/nudge/moments';
import { idempotencyKey } from '@followon/shared/rules/nudge/moments';
import type { Nudge } from '@followon/shared/rules/nudge/nudge';
import type { TrialReason, TrialSays } from '@followon/shared/rules/trial/withheld';
import { trialColumns, underTrial } from '@followon/shared/rules/trial/withheld';
import type { Outcome, Within } from '../dispatch/reaction.js';
import { armOfOccasion } from '../trials/arm-of-occasion.js';
import type { Before } from './look-back.js';
import { lookBack } from './look-back.js';
import type { Addressee } from './recipients.js';
import { storeNudges } from './store-nudges.js';

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

/** Thinks of a message to each person: planned, or suppressed with the reason; once per nudge, person and occasion. */
export async function planNudges(plan: Plan, within: Within): Promise<Outcome> {
  const { nudge, subjectId, moment, to } = plan;
  if (to.length === 0) return { skipped: `nobody to send ${nudge.key} to` };

  const occasion = plan.occasion ?? `${subjectId}/${moment.offsetDays}`;
  const people = to.map(({ personId }) => personId);
  const about = { siteId: plan.because.siteId, ...aboutOf(plan) };
  const looking = lookBack({ ...about, nudge, occasion, people }, within);
  const isUnderWay = async () => (await looking).planned.size > 0;
  const [before, trial] = await Promise.all([looking, trialOf(plan, { occasion, isUnderWay, within })]);
  const rows = to
    .filter(({ personId }) => !before.planned.has(personId))
    .map((person) => rowOf(plan, person, { occasion, before, within, trial }));
  within.later(storeNudges(within.manager, about, rows));
  const planned = rows.filter(({ state }) => state === 'planned').length;
  if (planned > 0) return { did: `planned ${planned} of ${nudge.key}` };
  return { skipped: rows[0] ? `${nudge.key}: ${rows[0].reason ?? ''}` : `${nudge.key} was planned before` };
}

interface Planning {
  readonly occasion: string;
  readonly before: Before;
  readonly within: Within;
}

interface Trying extends Pick<Planning, 'occasion' | 'within'> {
  readonly isUnderWay: () => Promise<boolean>;
}

const trialOf = (plan: Plan, { occasion, isUnderWay, within }: Trying): Promise<TrialSays> => {
  const { because, nudge, subjectId, moment } = plan;
  const { siteId, origin } = because;
  const of = { key: nudge.key, siteId, origin, groupId: aboutOf(plan).groupId, subjectId, moment, occasion };
  return armOfOccasion({ ...of, isUnderWay }, within);
};

function rowOf(
  plan: Plan,
  person: Addressee,
  { occasion, before, within, trial }: Planning & { readonly trial: TrialSays },
) {
  const { because, nudge, subjectId, moment, figures } = plan;
  const allowed = decideNudge({
    ...{ nudge, audience: person.audience, recipient: person, stillTrue: true },
    ...before.ofGroup,
    ...before.of(person.personId),
    ...{ origin: because.origin, useBy: moment.useBy },
    now: moment.from > within.now ? moment.from : within.now,
  });
  const decision = underTrial(allowed, trial);
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
    ...trialColumns(trial),
    ...{ use_by: moment.useBy, figures, delivery_id: deliveryId },
    idem_key: idempotencyKey({ nudge: nudge.key, personRef, occasion }),
    event_id: announce(decision, { plan, within, nudgeId: id, deliveryId }),
  };
}

type Decided = NudgeDecision | { readonly suppress: TrialReason };

const stateOf = (decision: Decided, from: Date) =>
  'send' in decision
    ? { state: 'planned', reason: null, held_by: decision.heldBy ?? null, due_at: decision.dueAt }
    : { state: 'suppressed', reason: decision.suppress, held_by: null, due_at: from };

interface Announcement {
  readonly plan: Plan;
  readonly within: Within;
  readonly nudgeId: string;
  readonly deliveryId: string;
}

function announce(
  decision: Decided,
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
