import type { NudgeDecision } from '@followon/shared/rules/nudge/decide-nudge';
import { decideNudge } from '@followon/shared/rules/nudge/decide-nudge';
import { nudgeOf } from '@followon/shared/rules/nudge/nudges';
import type { EntityManager } from 'typeorm';
import type { Claimed } from './claim.js';
import { sendFacts } from './send-facts.js';
import { isStillTrue } from './still-true.js';

const A_MINUTE_MS = 60_000;

/**
 * May this message leave now? Everything that could have changed since it was planned is asked again, under the lock on its
 * person that `claim` took: two messages to one person are weighed one after the other.
 */
export async function weigh(manager: EntityManager, claimed: Claimed, now: Date): Promise<NudgeDecision> {
  const nudge = nudgeOf(claimed.key);
  if (!nudge) return { suppress: 'no-longer-true' };
  const known = await sendFacts(manager, claimed, { nudge, now });
  const stillTrue = known.stillTrue ?? (await isStillTrue(manager, claimed, now));
  if (stillTrue === 'wait') return { send: true, dueAt: new Date(now.getTime() + A_MINUTE_MS) };
  return decideNudge({
    ...known,
    ...{ nudge, audience: claimed.audience, origin: 'live', now, useBy: claimed.use_by, stillTrue },
  });
}
