import type { GroupState } from '../../contract/health.js';
import { daysBetween } from '../calendar/civil-date.js';

/** For so many days two groups may go back to being two. */
export const UNDO_DAYS = 14;

const ENDED: readonly GroupState[] = ['closed', 'closed-well', 'merged'];
const GOES_ON: readonly GroupState[] = ['forming', 'meeting', 'unknown'];

export const hasEnded = (state: GroupState): boolean => ENDED.includes(state);

/** A group as far as joining another one is concerned. */
export type Party = {
  readonly id: string;
  readonly state: GroupState;
  /** The day on which it has said that it will end. */
  readonly closingOn: string | null;
};

export type WhyNotAsk =
  | 'same-group'
  | 'ended'
  | 'other-ended'
  | 'other-resting'
  | 'other-ending'
  | 'already-merging'
  | 'asked-by-them';

/**
 * Why a group may not ask to join another one; undefined: it may. One that rests may ask, for having become few is a
 * reason to rest; only one that goes on can be joined.
 * @param open asks that are not answered, of either group
 */
export function whyNotAsk({
  from,
  into,
  open,
}: {
  readonly from: Party;
  readonly into: Party;
  readonly open: readonly { readonly fromId: string; readonly intoId: string }[];
}): WhyNotAsk | undefined {
  if (from.id === into.id) return 'same-group';
  if (hasEnded(from.state)) return 'ended';
  if (hasEnded(into.state)) return 'other-ended';
  if (!GOES_ON.includes(into.state)) return 'other-resting';
  if (into.closingOn !== null) return 'other-ending';
  if (open.some(({ fromId, intoId }) => fromId === into.id && intoId === from.id)) return 'asked-by-them';
  return open.some(({ fromId }) => fromId === from.id) ? 'already-merging' : undefined;
}

export type WhyNotAnswer = 'not-open' | 'same-person';

/**
 * Two groups say yes, so two people do: whoever said yes for the one cannot say yes for the other. Only a site
 * administrator may, and says why. Saying no is free.
 */
export function whyNotAnswer({
  state,
  answer,
  isSamePerson,
  explains,
}: {
  readonly state: MergeState;
  readonly answer: 'agree' | 'decline';
  /** The reader said yes for the group that asked. */
  readonly isSamePerson: boolean;
  /** The reader acts as the site's administrator and gave a reason. */
  readonly explains: boolean;
}): WhyNotAnswer | undefined {
  if (state !== 'asked') return 'not-open';
  return answer === 'agree' && isSamePerson && !explains ? 'same-person' : undefined;
}

export type MergeState = 'asked' | 'merged' | 'declined' | 'withdrawn' | 'undone';

export type WhyNotUndo = 'not-merged' | 'too-late' | 'moved-on';

/** Why two groups may not go apart again. `into`: the state of the group that carries both on. */
export function whyNotUndo({
  state,
  mergedOn,
  today,
  into,
}: {
  readonly state: MergeState;
  readonly mergedOn: string | null;
  readonly today: string;
  readonly into: GroupState;
}): WhyNotUndo | undefined {
  if (state !== 'merged' || mergedOn === null) return 'not-merged';
  if (daysBetween(mergedOn, today) > UNDO_DAYS) return 'too-late';
  return hasEnded(into) ? 'moved-on' : undefined;
}
