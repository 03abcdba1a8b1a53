import { z } from 'zod';
import { documentFormats, documentKeys } from '../rules/documents/facts.js';
import { civilDate } from './civil-date.js';
import { pageOf } from './page.js';

export const DocumentKey = z.enum(documentKeys);
export type DocumentKey = z.infer<typeof DocumentKey>;
export const DocumentFormat = z.enum(documentFormats);
export type DocumentFormat = z.infer<typeof DocumentFormat>;

/** Words, or a place that is filled when it is printed and otherwise left to write in. */
export const DocumentPiece = z.union([z.object({ text: z.string() }), z.object({ blank: z.string() })]);
export const DocumentBlock = z.union([
  z.object({ kind: z.enum(['heading', 'text']), pieces: z.array(DocumentPiece).readonly() }),
  z.object({ kind: z.literal('list'), items: z.array(z.array(DocumentPiece).readonly()).readonly() }),
  z.object({ kind: z.literal('line') }),
]);
export type DocumentPiece = z.infer<typeof DocumentPiece>;
export type DocumentBlock = z.infer<typeof DocumentBlock>;

export const DocumentSummary = z.object({
  key: DocumentKey,
  title: z.string(),
  /** `base-1`, or `site-3` for the third wording of the site. */
  label: z.string(),
  /** The site's own version; 0 while it uses the shipped words. */
  version: z.int(),
  savedAt: z.iso.datetime().nullable(),
  /** It names numbers that the site has not yet made its own: check them before giving it out. */
  needsCheck: z.boolean(),
});
export type DocumentSummary = z.infer<typeof DocumentSummary>;
export const DocumentPage = pageOf(DocumentSummary);
export const DocumentsQuery = z.strictObject({ site: z.uuid() });

export const DocumentView = DocumentSummary.extend({
  siteId: z.uuid(),
  siteName: z.string(),
  body: z.string(),
  blocks: z.array(DocumentBlock),
  /** What may stand between braces. */
  placeholders: z.array(z.string()),
  mayWrite: z.boolean(),
});
export type DocumentView = z.infer<typeof DocumentView>;
export const DocumentParam = z.strictObject({ key: DocumentKey });
/** With a programme, what is known of it and of its group is filled in. */
export const DocumentQuery = DocumentsQuery.extend({ programme: z.uuid().optional() });
export type DocumentQuery = z.infer<typeof DocumentQuery>;

const MOST_CHARACTERS = 12_000;
const title = z.string().trim().min(3).max(120);
const body = z.string().trim().min(20).max(MOST_CHARACTERS);

export const PreviewDocument = z.strictObject({ siteId: z.uuid(), body });
export type PreviewDocument = z.infer<typeof PreviewDocument>;
export const DocumentPreview = z.object({ blocks: z.array(DocumentBlock) });
export type DocumentPreview = z.infer<typeof DocumentPreview>;
export const SaveDocument = z.strictObject({ siteId: z.uuid(), title, body });
export type SaveDocument = z.infer<typeof SaveDocument>;

/** The version is the one in force at the site; nobody has to know its number. */
export const GiveDocument = z.strictObject({
  key: DocumentKey,
  format: DocumentFormat,
  /** Today unless given; never a day to come. */
  on: civilDate.optional(),
});
export type GiveDocument = z.infer<typeof GiveDocument>;
export const DocumentGiven = z.object({
  id: z.uuid(),
  key: DocumentKey,
  title: z.string(),
  label: z.string(),
  format: DocumentFormat,
  on: z.iso.date(),
});
export type DocumentGiven = z.infer<typeof DocumentGiven>;
export const DocumentsGiven = pageOf(DocumentGiven);
