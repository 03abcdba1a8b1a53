import { z } from 'zod';
import { TaskQuestion } from './handovers.js';
import { AnswersBefore } from './meetings.js';
import { wishLanguages } from '../rules/nudge/facts.js';
import { WishesView } from './wishes.js';

export const LinkAction = z.enum([
  'tick-task',
  'answer-request',
  'answer-role',
  'record-register',
  'say-wish',
  'preferences',
  'stop',
  'answer-message',
]);
export type LinkAction = z.infer<typeof LinkAction>;

/** Anything that is no token of ours is answered like one that does not exist. */
const token = z.string().max(200);

export const OpenLink = z.strictObject({ token });
export type OpenLink = z.infer<typeof OpenLink>;

/**
 * What a link does depends on its action, and each checks the rest itself: `choice` is one of the `choices` of the open
 * link, everything else answers its `fields`.
 */
export const ActByLink = z.looseObject({ token });
export type ActByLink = z.infer<typeof ActByLink>;

/** Something that may be said beside the choice; nobody has to. */
export const LinkField = z.object({
  name: z.string(),
  kind: z.enum(['day', 'choice', 'number', 'yes-no', 'several']),
  options: z.array(z.string()).optional(),
  /** Only with this choice. */
  with: z.string().optional(),
});
export type LinkField = z.infer<typeof LinkField>;

export const LinkView = z.object({
  action: LinkAction,
  /** `used`: it was used and is over, but for `undoUntil`. `no-longer-needed`: somebody else did it, or it is not asked any more. */
  state: z.enum(['ready', 'used', 'no-longer-needed']),
  subject: z.object({
    title: z.string(),
    /** Where screens have translated words of their own for it. */
    key: z.string().nullable(),
    why: z.string().nullable(),
    /** A neutral name of the programme or the group; null when it would tell too much. */
    about: z.string().nullable(),
    dueOn: z.iso.date().nullable(),
    /** The day of the meeting. */
    on: z.iso.date().nullable(),
  }),
  choices: z.array(z.string()),
  fields: z.array(LinkField),
  /** The questions of a task, for the words of the screens. */
  asks: z.array(TaskQuestion),
  /** Names of those whose answer so far says that it is not done yet. */
  notYet: z.array(z.string()),
  /** What was done by it so far. */
  happened: z.object({ what: z.string(), at: z.iso.datetime(), count: z.int().nullable() }).nullable(),
  undoUntil: z.iso.datetime().nullable(),
  /** Of a meeting whose register it is for, once somebody has answered. */
  answers: AnswersBefore.optional(),
  /** What its holder said about their messages, where the link is about those. */
  wishes: WishesView.optional(),
  /** The language in which its page is read first: what its holder chose, or their site's. */
  language: z.enum(wishLanguages).optional(),
  /** The server's clock, to say until when. */
  now: z.iso.datetime(),
});
export type LinkView = z.infer<typeof LinkView>;

/** A link to hang up in a room: its address, and the same as a picture to scan. */
export const WishLink = z.object({ href: z.string(), expiresAt: z.iso.datetime(), svg: z.string() });
export type WishLink = z.infer<typeof WishLink>;
