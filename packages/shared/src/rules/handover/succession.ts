import type { GroupState } from '../alert/episode.js';
import { addDays } from '../calendar/civil-date.js';

export const successionStages = ['group', 'lead', 'site-admin'] as const;
export type SuccessionStage = (typeof successionStages)[number];

/**
 * Calendar days that each has before the next is told: the group's own people, the volunteer lead, the site
 * administrator, who is told again and again. Our own numbers: two monthly meetings are too far apart to wait for.
 */
export const SUCCESSION_DAYS: { readonly [S in SuccessionStage]: number } = {
  group: 14,
  lead: 7,
  'site-admin': 14,
};

export type SuccessionFacts = {
  readonly groupState: GroupState;
  /** Contact people who said yes and can still be reached. */
  readonly contacts: number;
  /** It has had a contact person. A group without any yet is just beginning, and its volunteer is at it. */
  readonly hadOne: boolean;
  /** Hosts and volunteers beside it: who in the group can ask around. */
  readonly others: number;
  /** The site has a volunteer lead; where it has none, the administrator hears instead of them. */
  readonly hasLead: boolean;
  readonly open: { readonly stage: SuccessionStage; readonly actBy: string } | undefined;
  /** The day it came back from a break, when that is why the question is asked. */
  readonly resumedOn?: string | undefined;
  readonly today: string;
};

export type SuccessionStep =
  | { readonly do: 'nothing' }
  | { readonly do: 'open'; readonly stage: SuccessionStage; readonly actBy: string }
  | { readonly do: 'close'; readonly how: 'filled' | 'group-ended' }
  /** Whoever had the time has had it: the next is told. */
  | { readonly do: 'escalate'; readonly to: 'lead' | 'site-admin'; readonly actBy: string }
  /** There is nobody further up: the administrator is told again. */
  | { readonly do: 'remind'; readonly actBy: string }
  /** The clock stood still during a break; the present stage gets its whole time again. */
  | { readonly do: 'go-on'; readonly actBy: string };

const ENDED: readonly GroupState[] = ['merged', 'closed-well', 'closed'];
const NEXT = { group: 'lead', lead: 'site-admin' } as const;
const nothing = { do: 'nothing' } as const;

/**
 * What has to happen so that no group is left with nobody to ring and nobody looking for somebody. A function of how
 * things stand and of nothing else, so that asking twice, late or out of order comes to the same.
 *
 * A resting group needs nobody to ring today, but somebody has to wake it: its search stays open, its clock stands still
 * and nobody is written to.
 */
export function nextSuccessionStep(facts: SuccessionFacts): SuccessionStep {
  const { groupState, contacts, open } = facts;
  if (ENDED.includes(groupState)) return open ? { do: 'close', how: 'group-ended' } : nothing;
  if (contacts > 0) return open ? { do: 'close', how: 'filled' } : nothing;
  if (!open) return opened(facts);
  return groupState === 'resting' ? nothing : (goneOn(open, facts) ?? timeUp(open, facts));
}

/** True while an open search must have a day on which somebody else is told. */
export const hasClock = (state: GroupState): boolean => state !== 'resting' && !ENDED.includes(state);

/** Where nobody is left to ask around, waiting would help nobody: the lead is told at once. */
function opened({ hadOne, others, hasLead, today }: SuccessionFacts): SuccessionStep {
  const stage = hadOne && others === 0 ? heard('lead', hasLead) : 'group';
  return { do: 'open', stage, actBy: addDays(today, SUCCESSION_DAYS[stage]) };
}

type Open = NonNullable<SuccessionFacts['open']>;

function goneOn({ stage, actBy }: Open, { resumedOn }: SuccessionFacts): SuccessionStep | undefined {
  if (resumedOn === undefined) return undefined;
  const again = addDays(resumedOn, SUCCESSION_DAYS[stage]);
  return again > actBy ? { do: 'go-on', actBy: again } : undefined;
}

/** Nobody waits a week for a lead whom the site does not have. */
const heard = (stage: 'lead' | 'site-admin', hasLead: boolean): 'lead' | 'site-admin' =>
  stage === 'lead' && !hasLead ? 'site-admin' : stage;

function timeUp({ stage, actBy }: Open, { today, hasLead }: SuccessionFacts): SuccessionStep {
  if (today <= actBy) return nothing;
  if (stage === 'site-admin') return { do: 'remind', actBy: addDays(today, SUCCESSION_DAYS[stage]) };
  const to = heard(NEXT[stage], hasLead);
  return { do: 'escalate', to, actBy: addDays(today, SUCCESSION_DAYS[to]) };
}
