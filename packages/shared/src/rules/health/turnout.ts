import type { GroupHistory, MeetingFact } from './facts.js';
import { parameters } from './parameters.js';
import { toOneDecimal, usualTurnout } from './usual.js';

/** "7 usually come; the last three meetings had 4, 5 and 3", as numbers. */
export type TurnoutFinding = {
  readonly key: 'turnout';
  readonly usual: number;
  readonly recent: readonly number[];
};

/** One place in the turnout strip. A break has no meeting; only a held meeting has a head count. */
export type StripSlot = {
  readonly meetingId: string | null;
  readonly on: string;
  readonly kind: 'held' | 'headcount-only' | 'not-held' | 'missing' | 'rest' | 'planned';
  readonly headcount: number | null;
};

/** How many usually come, to one decimal, and the last three head counts; null before the first one. */
export function turnoutSentence({ meetings }: GroupHistory): TurnoutFinding | null {
  const counts = meetings.flatMap(({ outcome, headcount }) => (outcome === 'held' ? (headcount ?? []) : []));
  const usual = usualTurnout(counts);
  if (usual === null) return null;
  return { key: 'turnout', usual: toOneDecimal(usual), recent: counts.slice(-parameters.fewLatelyMeetings) };
}

/**
 * The last `slots` places of a group's strip, oldest first; of the dates after the last recorded meeting only the next.
 * A planned date that later meetings have overtaken, and of which nobody has said anything, is a missing register.
 */
export function stripOf({ meetings, rests }: GroupHistory, slots: number): readonly StripSlot[] {
  const lastRecorded = meetings.findLastIndex(({ outcome }) => outcome !== 'planned');
  const shown = meetings
    .slice(0, lastRecorded + 2)
    .map((meeting, index) => slotOf(meeting, index < lastRecorded));
  const breaks = rests.map(({ from }): StripSlot => ({
    meetingId: null,
    on: from,
    kind: 'rest',
    headcount: null,
  }));
  const inOrder = [...shown, ...breaks].sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
  return slots > 0 ? inOrder.slice(-slots) : [];
}

const slotOf = (meeting: MeetingFact, isOvertaken: boolean): StripSlot => ({
  meetingId: meeting.meetingId,
  on: meeting.on,
  kind: kindOf(meeting, isOvertaken),
  headcount: meeting.outcome === 'held' ? meeting.headcount : null,
});

function kindOf({ outcome, headcount, headcountOnly }: MeetingFact, isOvertaken: boolean): StripSlot['kind'] {
  if (outcome === 'planned' && isOvertaken) return 'missing';
  if (outcome !== 'held') return outcome;
  if (headcount === null) return 'missing';
  return headcountOnly === true ? 'headcount-only' : 'held';
}
