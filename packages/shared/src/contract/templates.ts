import { z } from 'zod';
import { routes } from '../rules/handover/routes.js';
import { SiteChangesSchema } from '../rules/handover/site-changes-schema.js';
import { OwnerRole } from './handovers.js';

export const ListRoute = z.enum(routes);
export type ListRoute = z.infer<typeof ListRoute>;

export const TemplateQuery = z.strictObject({ site: z.uuid() });
export type TemplateQuery = z.infer<typeof TemplateQuery>;
export const TemplateParams = z.strictObject({ route: ListRoute });
export type TemplateParams = z.infer<typeof TemplateParams>;

/** What a site changed in a shipped list; see the rule for what each part does. */
export const TemplateChanges = SiteChangesSchema;
export type TemplateChanges = z.infer<typeof SiteChangesSchema>;

const Words = z.object({ title: z.string(), why: z.string(), doneWhen: z.string() });
const Anchor = z.enum(['last-session', 'first-meeting']);

export const TemplateTaskView = Words.extend({
  key: z.string(),
  ownerRole: OwnerRole,
  anchor: Anchor,
  /** Calendar days from the anchor, negative before it. */
  dueOffsetDays: z.int(),
  blocking: z.boolean(),
  after: z.array(z.string()),
  /** As shipped, changed by the site, or its own. */
  origin: z.enum(['shipped', 'changed', 'own']),
  /** The site leaves it out; it is told all the same, so that it can be put back. */
  dropped: z.boolean(),
  mayDrop: z.boolean(),
  /** What we ship under this key; null for the site's own. */
  shipped: Words.extend({ dueOffsetDays: z.int() }).nullable(),
});
export type TemplateTaskView = z.infer<typeof TemplateTaskView>;

export const TemplateVersionView = z.object({
  version: z.int(),
  savedAt: z.iso.datetime(),
  savedBy: z.string().nullable(),
  changes: TemplateChanges,
});
export type TemplateVersionView = z.infer<typeof TemplateVersionView>;

export const TemplateSummary = z.object({
  route: ListRoute,
  /** 0 until the site has saved something. */
  version: z.int(),
  savedAt: z.iso.datetime().nullable(),
  tasks: z.int(),
});
export type TemplateSummary = z.infer<typeof TemplateSummary>;
export const TemplateList = z.object({ items: z.array(TemplateSummary), nextCursor: z.null() });
export type TemplateList = z.infer<typeof TemplateList>;

/** The list of a route as a site has it. */
export const TemplateView = z.object({
  siteId: z.uuid(),
  siteName: z.string(),
  route: ListRoute,
  /** Of the shipped lists. */
  templateVersion: z.string(),
  /** 0 until the site has saved something; what a save has to name. */
  version: z.int(),
  changes: TemplateChanges,
  tasks: z.array(TemplateTaskView),
  /** The newest first. */
  versions: z.array(TemplateVersionView),
  mayChange: z.boolean(),
});
export type TemplateView = z.infer<typeof TemplateView>;

/** Something that keeps a list from being one that people can work through: what, where in `changes`, and how to mend it. */
export const TemplateFindingView = z.object({
  code: z.enum(['must-stay', 'unknown-key', 'doubled-key', 'cycle', 'before-its-turn', 'out-of-range']),
  key: z.string(),
  path: z.string(),
  message: z.string(),
  mend: z.string(),
});
export type TemplateFindingView = z.infer<typeof TemplateFindingView>;

export const PreviewTemplate = z.strictObject({
  siteId: z.uuid(),
  changes: TemplateChanges,
  lastSessionOn: z.iso.date(),
  /** The list as it is when no patient tutor volunteer could be found; the same changes stand in both. */
  withoutPtv: z.boolean().default(false),
});
export type PreviewTemplate = z.infer<typeof PreviewTemplate>;

export const DatedTemplateTask = TemplateTaskView.extend({
  /** Its place on the list, counted with what is left out. */
  position: z.int(),
  dueOn: z.iso.date(),
  /** Its day is before the list opens, so it is asked for at once. */
  doNow: z.boolean(),
});
export type DatedTemplateTask = z.infer<typeof DatedTemplateTask>;

export const TemplatePreview = z.object({
  lastSessionOn: z.iso.date(),
  /** The day the list opens for a programme with that last session. */
  opensOn: z.iso.date(),
  tasks: z.array(DatedTemplateTask),
  /** What these changes leave out, with the day it would have. */
  leftOut: z.array(DatedTemplateTask),
  findings: z.array(TemplateFindingView),
});
export type TemplatePreview = z.infer<typeof TemplatePreview>;

/** `version`: the one that is changed. */
export const SaveTemplate = z.strictObject({
  siteId: z.uuid(),
  changes: TemplateChanges,
  version: z.int().min(0),
});
export type SaveTemplate = z.infer<typeof SaveTemplate>;

const DiffTask = z.object({ key: z.string(), title: z.string() });
const Pair = DiffTask.extend({ titleBefore: z.string() });

/** What would be different if a running list went on with the newest one of its site. */
export const ListDiffView = z.object({
  added: z.array(DiffTask),
  dropped: z.array(DiffTask),
  reworded: z.array(Pair),
  moved: z.array(DiffTask.extend({ daysBefore: z.int(), days: z.int(), anchor: Anchor })),
  regiven: z.array(DiffTask.extend({ ownerBefore: OwnerRole, owner: OwnerRole })),
  /** Done or set aside for good: they stay as they are. */
  settled: z.int(),
});
export type ListDiffView = z.infer<typeof ListDiffView>;

export const RunningListView = z.object({
  handoverId: z.uuid(),
  route: ListRoute,
  /** Which list it works by, and which is the newest: `online/base-2/3`. */
  running: z.string(),
  newest: z.string(),
  /** Null: as shipped. */
  newestSiteVersion: z.int().nullable(),
  isNewest: z.boolean(),
  diff: ListDiffView,
});
export type RunningListView = z.infer<typeof RunningListView>;

/** `siteVersion`: the newest, as it was read; `expected`: the list that was running then. */
export const MoveTemplate = z.strictObject({
  siteVersion: z.int().min(1).nullable(),
  expected: z.string().max(100),
});
export type MoveTemplate = z.infer<typeof MoveTemplate>;
