export type OwnerRole = 'clinician' | 'volunteer' | 'lead' | 'contact' | 'system';

/**
 * What a due date counts from: the programme's last session (L) or the group's first meeting (M1). For a list of a group
 * `last-session` is the day the list opened.
 */
export type Anchor = 'last-session' | 'first-meeting';

/**
 * Who says it is done. `person`: somebody's tick and nothing else. `fact`: something a person recorded elsewhere
 * (a date fixed, a register saved) is that person's tick. `system`: the product does the task itself.
 */
export type ClosedBy = 'person' | 'fact' | 'system';

/** What a checklist is for. */
export const checklistKinds = ['programme', 'restart', 'hand-on', 'closing'] as const;
export type ChecklistKind = (typeof checklistKinds)[number];

/**
 * Something a task asks when it is ticked, one at a time on a small screen. Nobody has to answer: a bare tick is that
 * person's word. `day` answers `evidence.on`; the others answer `evidence.answers[key]`: one of the options, a whole
 * number, or yes and no. `needs`: a no means not yet; `least`: so does a lower number.
 */
export type Question =
  | { readonly kind: 'day' }
  | { readonly kind: 'choice'; readonly key: string; readonly options: readonly string[] }
  | { readonly kind: 'number'; readonly key: string; readonly least?: number | undefined }
  | { readonly kind: 'yes-no'; readonly key: string; readonly needs?: true | undefined };

export type TaskTemplate = {
  /** Lower case and underscores; a site's own tasks start with `site_`. */
  readonly key: string;
  readonly title: string;
  readonly why: string;
  readonly ownerRole: OwnerRole;
  readonly anchor: Anchor;
  /** Calendar days from the anchor, negative before it. */
  readonly dueOffsetDays: number;
  readonly doneWhen: string;
  /** The handover cannot be signed off while it is undone. */
  readonly blocking: boolean;
  readonly closedBy: ClosedBy;
  /** Keys of the tasks that have to come before this one; shown, never enforced. */
  readonly after?: readonly string[];
  readonly asks?: readonly Question[];
};
