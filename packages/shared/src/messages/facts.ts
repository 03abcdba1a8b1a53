import { z } from 'zod';
import { alertCauses } from '../rules/alert/causes.js';
import { wishesPassedOn } from '../rules/nudge/answers.js';
import { AlertsTold, MonthTold, reasonFigures, WeekTold } from './list-figures.js';

const cause = z.enum(alertCauses);

/** What a nudge keeps for its words (`nudge.figures`): dates, counts and keys, never a name. What is missing is left unsaid. */
export const MessageFigures = z.object({
  /** The meeting that the message is about. */
  on: z.iso.date().optional().catch(undefined),
  /** Tasks of checklists with their days, first those that are due first; `count` counts all, also those not listed. */
  tasks: z
    .array(
      z.object({
        ...{ taskId: z.guid(), task: z.string(), dueOn: z.iso.date() },
        /** The programme or the group whose list it stands in. */
        listOf: z.guid().optional(),
        /** Its owner could not do it, and nobody has it. */
        aside: z.boolean().optional(),
      }),
    )
    .optional()
    .catch(undefined),
  /** A role in a group. */
  role: z.string().optional().catch(undefined),
  /** What another group said. */
  answer: z.enum(['merged', 'declined']).optional().catch(undefined),
  /** Said by link, and done on the page of the group. */
  wish: z.enum(wishesPassedOn).optional().catch(undefined),
  /** The day by which somebody does something. */
  actBy: z.iso.date().optional().catch(undefined),
  /** An alert and its weightiest reason. */
  cause: cause.optional().catch(undefined),
  ...reasonFigures,
  /** What a message of a day, a week or a month tells of. */
  alerts: AlertsTold.optional().catch(undefined),
  week: WeekTold.optional().catch(undefined),
  month: MonthTold.optional().catch(undefined),
});
export type MessageFigures = z.infer<typeof MessageFigures>;

/** Everything the words of one message may use. */
export interface MessageFacts extends MessageFigures {
  /** Who it speaks to; members are told how to stop, and never which group it is. */
  readonly audience: 'member' | 'role-holder' | 'volunteer' | 'staff';
  /** Already neutral: see `neutralName`. */
  /** What it is about, for a link to its page. */
  readonly groupId?: string | undefined;
  readonly programmeId?: string | undefined;
  readonly groupName?: string | undefined;
  readonly programmeName?: string | undefined;
  /** Of the programmes and groups whose tasks are told, by id. Neutral as well; what has no such name is missing. */
  readonly names?: Readonly<Record<string, string>> | undefined;
  /** The day on which it is read. */
  readonly today: string;
  /** Nothing on it can be tapped. */
  readonly onPaper?: boolean | undefined;
  /** Of the whole message. Left out: English. */
  readonly language?: 'en' | 'cy' | undefined;
}

/** What one nudge says. Sentences are left out (undefined) when their figures are missing. */
export interface MessageWords {
  readonly subject: (facts: MessageFacts) => string;
  readonly text: (facts: MessageFacts) => readonly (string | undefined)[];
  readonly choices: Readonly<Record<string, string>>;
  /** Choices that make no sense to this reader; at least two are left. */
  readonly without?: (facts: MessageFacts) => readonly string[];
}
