import type { HandoverCause } from './causes.js';
import { handoverCauses } from './causes.js';

export type HandoverFacts = {
  readonly state: 'open' | 'signed-off' | 'accepted' | 'closed' | 'declined';
  /** The people wanted no group. */
  readonly wantsNone: boolean;
  /** What blocks is late past the administrator's stage, or the sign-off past the clinician's own days. */
  readonly late: boolean;
  /** The search for a volunteer was given up. */
  readonly withoutPtv: boolean;
  readonly hasPtv: boolean;
};

export type HandoverDecision = {
  readonly open: readonly HandoverCause[];
  readonly withdraw: readonly { readonly cause: HandoverCause; readonly because: string }[];
};

/**
 * Opens only on an edge: an event that says so just now. What somebody resolved is not opened again by a look at what is
 * still so, only by the next task that comes to be late.
 */
export function decideHandover(
  facts: HandoverFacts,
  { edges, open }: { readonly edges: ReadonlySet<HandoverCause>; readonly open: readonly HandoverCause[] },
): HandoverDecision {
  return {
    open: handoverCauses.filter((cause) => edges.has(cause) && holds(cause, facts) && !open.includes(cause)),
    withdraw: open
      .filter((cause) => !holds(cause, facts))
      .map((cause) => ({ cause, because: whyOver(cause, facts) })),
  };
}

function holds(cause: HandoverCause, { state, wantsNone, late, withoutPtv, hasPtv }: HandoverFacts): boolean {
  if (state !== 'open' || wantsNone) return false;
  return cause === 'handover-late' ? late : withoutPtv && !hasPtv;
}

function whyOver(cause: HandoverCause, { state, wantsNone, hasPtv }: HandoverFacts): string {
  if (wantsNone || state === 'declined') return 'no-group-wanted';
  if (cause === 'no-ptv' && hasPtv) return 'volunteer-found';
  if (state === 'closed') return 'handover-closed';
  return state === 'open' ? 'handover-caught-up' : 'handover-signed-off';
}
