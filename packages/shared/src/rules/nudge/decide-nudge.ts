import type { GroupState } from '../alert/episode.js';
import { nextSendTime } from '../calendar/london.js';
import { isAnsweredLately, isWithinBudget } from './budget.js';
import type { Answer } from './budget.js';
import type { Audience, Nudge } from './nudge.js';

/** Why a message did not leave. Kept with the nudge: it is what people ask first. */
export const suppressionReasons = [
  'imported-history',
  'no-longer-true',
  'no-recipient',
  'left',
  'paused',
  'group-resting',
  'group-closed',
  'switched-off',
  'not-opted-in',
  'past-use-by',
  'over-budget',
] as const;
export type SuppressionReason = (typeof suppressionReasons)[number];

export type Recipient = {
  readonly optedIn: boolean;
  readonly paused: boolean;
  readonly left: boolean;
  readonly accountDisabled: boolean;
};

export type NudgeFacts = {
  readonly nudge: Nudge;
  /** In which capacity this person gets it; the nudge's own audience when left out. */
  readonly audience?: Audience;
  readonly recipient: Recipient | undefined;
  /** Left out for a programme that has no group yet. */
  readonly groupState?: GroupState;
  /** The group switched all messages off. Staff and volunteers still get theirs. */
  readonly groupSwitchedOff?: boolean;
  /** Every other message to this person that counts, also those planned for later. */
  readonly sentAt: readonly Date[];
  readonly lastAnswer?: Answer;
  readonly origin: 'live' | 'import' | 'replay';
  readonly now: Date;
  readonly useBy: Date;
  /** Asked again at the moment of sending: the register is still missing, the episode still open. */
  readonly stillTrue: boolean;
};

export type NudgeDecision =
  { readonly send: true; readonly dueAt: Date } | { readonly suppress: SuppressionReason };

/**
 * May this message leave, and when? Quiet hours hold it until the window opens; they drop it only when it would
 * then be past its use-by. To be asked when the message is planned (with its moment as `now` when that is still to
 * come) and again when it is sent.
 */
export function decideNudge(facts: NudgeFacts): NudgeDecision {
  const suppress = whyNotAtAll(facts) ?? whyNotThisPerson(facts) ?? whyNotThisGroup(facts);
  if (suppress) return { suppress };

  const dueAt = nextSendTime(facts.now);
  const tooLate = whyNotThen(facts, dueAt);
  return tooLate ? { suppress: tooLate } : { send: true, dueAt };
}

function whyNotAtAll({ origin, stillTrue }: NudgeFacts): SuppressionReason | undefined {
  if (origin !== 'live') return 'imported-history';
  return stillTrue ? undefined : 'no-longer-true';
}

function whyNotThisPerson(facts: NudgeFacts): SuppressionReason | undefined {
  const { nudge, recipient } = facts;
  if (!recipient || recipient.accountDisabled) return 'no-recipient';
  if (recipient.left) return 'left';
  if (recipient.paused) return 'paused';
  return nudge.needsOptIn && audienceOf(facts) === 'member' && !recipient.optedIn
    ? 'not-opted-in'
    : undefined;
}

function whyNotThisGroup(facts: NudgeFacts): SuppressionReason | undefined {
  const { nudge, groupState, groupSwitchedOff } = facts;
  if (groupState === 'resting' && !nudge.leavesAtRest) return 'group-resting';
  if (groupState === 'merged' || groupState === 'closed-well' || groupState === 'closed')
    return 'group-closed';
  return groupSwitchedOff && isGroupsOwn(audienceOf(facts)) ? 'switched-off' : undefined;
}

function whyNotThen(facts: NudgeFacts, dueAt: Date): SuppressionReason | undefined {
  if (dueAt > facts.useBy) return 'past-use-by';
  if (isAnsweredLately(facts.nudge, facts.lastAnswer, dueAt)) return 'over-budget';
  return isWithinBudget(audienceOf(facts), facts.sentAt, dueAt) ? undefined : 'over-budget';
}

function audienceOf({ nudge, audience }: NudgeFacts): Audience {
  return audience ?? nudge.audience;
}

function isGroupsOwn(audience: Audience): boolean {
  return audience === 'member' || audience === 'role-holder';
}
