/** In which capacity a person is spoken to; one person may be a member and hold a role. */
export const audiences = ['member', 'role-holder', 'volunteer', 'staff'] as const;
export type Audience = (typeof audiences)[number];

/** What a message is for: people say yes and no to purposes, not to single messages. */
export type Purpose =
  | 'handover-task'
  | 'meeting-report'
  | 'meeting-reminder'
  | 'missed-you'
  | 'group-support'
  | 'staff-alert'
  | 'news'
  | 'thanks';

/** The day that a nudge's offsets count from. */
export type CountsFrom = 'due-date' | 'meeting' | 'first-meeting' | 'what-happened';

/**
 * A message that may leave, and what a reader can answer. It holds no words: those are message keys
 * (`messageKeys`), worded where they are sent, in the reader's language.
 */
export type Nudge = {
  readonly key: string;
  readonly audience: Audience;
  /** Others who get the same message, each under the caps of their own audience. */
  readonly alsoFor?: readonly Audience[];
  readonly purpose: Purpose;
  readonly countsFrom: CountsFrom;
  /** Calendar days from that day, one message for each. */
  readonly offsetDays: readonly number[];
  /** Calendar days after its own day during which the message still makes sense; at least 2, so that no weekend eats it. */
  readonly useByDays: number;
  /** Every message holds a real choice. */
  readonly choices: readonly [string, string, ...string[]];
  /** Members get it only after they said yes to its purpose. */
  readonly needsOptIn: boolean;
  /** Nobody gets it but who said yes to this very purpose. */
  readonly onlyIfChosen?: true;
  /** At most once to a person in so many days. */
  readonly onceInDays?: number;
  /** It leaves even while the group rests. */
  readonly leavesAtRest?: true;
  /** It tells of many things, read as it leaves: the state of the group it was planned for holds nobody else's news up. */
  readonly readsList?: true;
  /** Not again for so many days after an answer; some answers ask for longer. */
  readonly quietAfterAnswer?: { readonly days: number; readonly longer: Readonly<Record<string, number>> };
};
