import { z } from 'zod';
import { wishFormats, wishLanguages } from '../rules/nudge/facts.js';
import { LetterSheet } from './deliveries.js';
import { Audience } from './messages.js';

export type PreviewAudience = z.infer<typeof Audience>;
/** `both`: as a site in Wales writes to whoever has not chosen a language. */
export const PreviewLanguage = z.enum([...wishLanguages, 'both']);
export type PreviewLanguage = z.infer<typeof PreviewLanguage>;
export const PreviewFormat = z.enum(wishFormats);
export type PreviewFormat = z.infer<typeof PreviewFormat>;

export const PreviewsQuery = z.strictObject({ site: z.uuid() });
export type PreviewsQuery = z.infer<typeof PreviewsQuery>;

export const PreviewParam = z.object({ key: z.string().max(60) });
export type PreviewParam = z.infer<typeof PreviewParam>;

/** `audience` left out: the first that the message goes to. */
export const PreviewQuery = z.strictObject({
  site: z.uuid(),
  language: PreviewLanguage.default('en'),
  format: PreviewFormat.default('standard'),
  audience: Audience.optional(),
});
export type PreviewQuery = z.infer<typeof PreviewQuery>;

/** How a choice is made: by a link that the message carries, on a page after signing in, or by doing nothing. */
export const ChoiceLeads = z.enum(['link', 'page', 'nothing']);
export type ChoiceLeads = z.infer<typeof ChoiceLeads>;

export const PreviewChoice = z.object({ code: z.string(), label: z.string(), leads: ChoiceLeads });
export type PreviewChoice = z.infer<typeof PreviewChoice>;

export const MessageAudience = z.object({
  audience: Audience,
  /** The messages that one person may get in any so many days, whatever they are about. Empty: no limit. */
  caps: z.array(z.object({ days: z.int(), most: z.int() })),
  /** Whether a "no" to its purpose is taken. */
  mayRefuse: z.boolean(),
  /** Whether it carries a link that stops all messages. */
  mayStop: z.boolean(),
  /** Whether a yes must have come first. */
  needsYes: z.boolean(),
});
export type MessageAudience = z.infer<typeof MessageAudience>;

/** One message of the catalogue, as those who look after a site should know it. Words are English. */
export const MessageKind = z.object({
  key: z.string(),
  /** As its first readers see it: its name wherever it stands. */
  subject: z.string(),
  audiences: z.array(MessageAudience),
  purpose: z.string(),
  who: z.string(),
  when: z.string(),
  /** What makes it stay away, asked again as it leaves. */
  away: z.string(),
  /** Calendar days after its own day on which it is let go. */
  useByDays: z.int(),
  /** At most once to a person in so many days. */
  onceInDays: z.int().nullable(),
  /** How long it is not asked again after an answer; some answers ask for longer. */
  quiet: z
    .object({ days: z.int(), longer: z.array(z.object({ label: z.string(), days: z.int() })) })
    .nullable(),
  /** A yes to this very purpose, and not to messages as a whole. */
  onlyIfChosen: z.boolean(),
  /** A group that rests does not keep it back. */
  leavesAtRest: z.boolean(),
});
export type MessageKind = z.infer<typeof MessageKind>;
export const MessageKinds = z.object({ items: z.array(MessageKind) });
export type MessageKinds = z.infer<typeof MessageKinds>;

/** One message as its reader gets it, with names and figures that are made up. What a person makes by hand has no mail and no text. */
export const PreviewView = z.object({
  key: z.string(),
  audience: Audience,
  language: PreviewLanguage,
  format: PreviewFormat,
  subject: z.string(),
  /** `preview` is what a mail program shows beside the subject. */
  mail: z.object({ preview: z.string(), html: z.string(), text: z.string() }).nullable(),
  sms: z
    .object({
      text: z.string(),
      /** As a network counts. */
      signs: z.int(),
      parts: z.int(),
      alphabet: z.enum(['gsm-7', 'ucs-2']),
    })
    .nullable(),
  push: z.object({ title: z.string() }).nullable(),
  /** What is printed, for whoever wishes for paper; and the words from which a person makes what no machine can. */
  sheets: z.array(LetterSheet),
  choices: z.array(PreviewChoice),
});
export type PreviewView = z.infer<typeof PreviewView>;
