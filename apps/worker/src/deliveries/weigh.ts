import type { NudgeDecision } from '@followon/shared/rules/nudge/decide-nudge';
import { decideNudge } from '@followon/shared/rules/nudge/decide-nudge';
import { closingOf } from '@followon/shared/rules/nudge/hours';
import { nudgeOf } from '@followon/shared/rules/nudge/nudges';
import type { EntityManager } from 'typeorm';
import type { Claimed } from './claim.js';
import { sendFacts } from './send-facts.js';
import { isStillTrue } from './still-true.js';

/** Another message of the same person leaves now and tells it: then there is nothing left to tell. */
const WAIT_MS = 60_000;

/** `until`: when the hours end in which a message that may leave now may do so. */
export type Weighed = NudgeDecision & { readonly until: Date };

/**
 * May this message leave now? Everything that could have changed since it was planned is asked again, under the lock on its
 * person that `claim` took: two messages to one person are weighed one after the other. A list is read last, as it leaves.
 */
export async function weigh(manager: EntityManager, claimed: Claimed, now: Date): Promise<Weighed> {
  const nudge = nudgeOf(claimed.key);
  if (!nudge) return { suppress: 'no-longer-true', until: now };
  const { stillTrue, ...known } = await sendFacts(manager, claimed, { nudge, now });
  const until = closingOf(now, known);
  const decide = (holds: boolean, roleIsOver = known.roleIsOver): Weighed => ({
    until,
    ...decideNudge({
      ...{ ...known, roleIsOver },
      ...{ nudge, audience: claimed.audience, origin: 'live', now, useBy: claimed.use_by, stillTrue: holds },
    }),
  });
  if (stillTrue !== null) return decide(stillTrue);
  const decision = decide(true);
  if ('suppress' in decision || decision.dueAt > now) return decision;
  const told = await isStillTrue(manager, claimed, now);
  if (told === 'not-theirs') return decide(true, true);
  if (told !== 'wait') return decide(told);
  return { send: true, dueAt: new Date(now.getTime() + WAIT_MS), heldBy: 'told-elsewhere', until };
}
