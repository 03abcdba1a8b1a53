export type OwnerRole = 'clinician' | 'volunteer' | 'lead' | 'contact' | 'system';

/** What a due date counts from: the programme's last session (L) or the group's first meeting (M1). */
export type Anchor = 'last-session' | 'first-meeting';

/**
 * Who says it is done. `person`: somebody's tick and nothing else. `fact`: something a person recorded elsewhere
 * (a date fixed, a register saved) is that person's tick. `system`: the product does the task itself.
 */
export type ClosedBy = 'person' | 'fact' | 'system';

export type TaskTemplate = {
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
};
