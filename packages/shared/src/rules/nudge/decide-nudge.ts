import type { GroupState } from '../alert/episode.js';
import { wallClock } from '../calendar/zoned.js';
import { isAnsweredLately, isToldLately, isWithinBudget } from './budget.js';
import type { Answer } from './budget.js';
import type { Consent, MessageChannel } from './consent.js';
import { whyNotWanted } from './consent.js';
import type { HoldReason, Place } from './hours.js';
import { whenItMayLeave } from './hours.js';
import type { Audience, Nudge } from './nudge.js';
import type { Wishes } from './wishes.js';

/** Why a message did not leave. Kept with the nudge: it is what people ask first. */
export const suppressionReasons = [
  'imported-history',
  'no-longer-true',
  'nothing-to-tell',
  'no-recipient',
  'left',
  'no-longer-their-role',
  'stopped',
  'paused',
  'group-resting',
  'group-closed',
  'switched-off',
  'refused',
  'not-opted-in',
  'past-use-by',
  'answered-lately',
  'told-lately',
  'over-budget',
] as const;
export type SuppressionReason = (typeof suppressionReasons)[number];

export type Recipient = {
  /** A member who said yes to messages when they joined; a word in `consents` comes before it. */
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
  readonly wishes: Wishes;
  readonly consents: readonly Consent[];
  /** Where the recipient is. */
  readonly place: Place;
  /** The way it will take, once that is known. */
  readonly channel?: MessageChannel;
  /** Left out for a programme that has no group yet. */
  readonly groupState?: GroupState;
  /** The group switched all messages off. Staff and volunteers still get theirs. */
  readonly groupSwitchedOff?: boolean;
  /** A STOP or a pause of theirs has come, and is not dealt with yet. */
  readonly replyWaits?: boolean;
  /** Every other message to this person that counts, in all their groups and roles, also those planned for later. */
  readonly sentAt: readonly Date[];
  /** When the same nudge last went to this person. */
  readonly lastTold?: Date;
  /** What the group last said to this nudge, whoever of its people answered. */
  readonly lastAnswer?: Answer;
  readonly origin: 'live' | 'import' | 'replay';
  readonly now: Date;
  readonly useBy: Date;
  /** Asked again at the moment of sending: the register is still missing, the episode still open. */
  readonly stillTrue: boolean;
  /** They are not any more what they are spoken to as; left out where they have just been looked up. */
  readonly roleIsOver?: boolean;
};

/** How soon a message is looked at again that waits for what its reader has answered. */
const REPLY_WAITS_MS = 60_000;

export type NudgeDecision =
  | { readonly send: true; readonly dueAt: Date; readonly heldBy?: HoldReason }
  | { readonly suppress: SuppressionReason };

/**
 * May this message leave, and when? Quiet hours, quiet days and bad days hold it until it suits; they drop it only when
 * it would then be past its use-by. To be asked when the message is planned (with its moment as `now` when that is still to
 * come) and again when it is sent.
 */
export function decideNudge(facts: NudgeFacts): NudgeDecision {
  const suppress = whyNever(facts);
  if (suppress) return { suppress };

  const leaving = whenItMayLeave(facts.now, facts);
  if (!leaving || leaving.at > facts.useBy) return { suppress: 'past-use-by' };
  const tooSoon = whyNotThen(facts, leaving.at);
  if (tooSoon) return { suppress: tooSoon };
  if (facts.replyWaits && leaving.at <= facts.now)
    return {
      send: true,
      dueAt: new Date(facts.now.getTime() + REPLY_WAITS_MS),
      heldBy: 'reply-waits',
    };
  return { send: true, dueAt: leaving.at, ...(leaving.heldBy && { heldBy: leaving.heldBy }) };
}

function whyNever(facts: NudgeFacts): SuppressionReason | undefined {
  const ofGroup = facts.nudge.readsList ? undefined : whyNotThisGroup(facts);
  return whyNotAtAll(facts) ?? whyNotThisPerson(facts) ?? ofGroup;
}

function whyNotAtAll({ nudge, origin, stillTrue }: NudgeFacts): SuppressionReason | undefined {
  if (origin !== 'live') return 'imported-history';
  if (stillTrue) return undefined;
  // News that has none was never untrue.
  return nudge.readsList && nudge.purpose === 'news' ? 'nothing-to-tell' : 'no-longer-true';
}

function whyNotThisPerson(facts: NudgeFacts): SuppressionReason | undefined {
  const { nudge, recipient, wishes, consents, channel } = facts;
  const gone = whyGone(facts);
  if (gone || !recipient) return gone;
  if (wishes.stopped) return 'stopped';
  if (recipient.paused || isPaused(facts)) return 'paused';
  return whyNotWanted({ nudge, audience: audienceOf(facts), optedIn: recipient.optedIn, consents }, channel);
}

function whyGone({ recipient, roleIsOver }: NudgeFacts): SuppressionReason | undefined {
  if (!recipient || recipient.accountDisabled) return 'no-recipient';
  if (recipient.left) return 'left';
  return roleIsOver ? 'no-longer-their-role' : undefined;
}

const isPaused = ({ wishes: { pausedUntil }, now, place }: NudgeFacts): boolean =>
  pausedUntil !== null && wallClock(now, place.zone).date < pausedUntil;

function whyNotThisGroup(facts: NudgeFacts): SuppressionReason | undefined {
  const { nudge, groupState, groupSwitchedOff } = facts;
  if (groupState === 'resting' && !nudge.leavesAtRest) return 'group-resting';
  if (groupState === 'merged' || groupState === 'closed-well' || groupState === 'closed')
    return 'group-closed';
  return groupSwitchedOff && isGroupsOwn(audienceOf(facts)) ? 'switched-off' : undefined;
}

function whyNotThen(facts: NudgeFacts, dueAt: Date): SuppressionReason | undefined {
  const { nudge, lastAnswer, lastTold, sentAt } = facts;
  if (isAnsweredLately(nudge, lastAnswer, dueAt)) return 'answered-lately';
  if (isToldLately(nudge, lastTold, dueAt)) return 'told-lately';
  return isWithinBudget(audienceOf(facts), sentAt, dueAt) ? undefined : 'over-budget';
}

function audienceOf({ nudge, audience }: NudgeFacts): Audience {
  return audience ?? nudge.audience;
}

function isGroupsOwn(audience: Audience): boolean {
  return audience === 'member' || audience === 'role-holder';
}
