import type { GroupState } from '@followon/shared/contract/health';
import type { DomainEvent } from '@followon/shared/events/catalogue';

/** Everything after which a group is judged again. */
export type JudgedEvent =
  | 'group.formed.v1'
  | 'group.changed.v1'
  | 'group.rested.v1'
  | 'group.resumed.v1'
  | 'group.closed.v1'
  | 'group.restarted.v1'
  | 'group.merged.v1'
  | 'group.merge-undone.v1'
  | 'group.reported.v1'
  | 'group.report-settled.v1'
  | 'role.accepted.v1'
  | 'role.vacated.v1'
  | 'meeting.planned.v1'
  | 'meeting.held.v1'
  | 'meeting.not-held.v1'
  | 'register.corrected.v1'
  | 'register.missing.v1'
  | 'registers.imported.v1'
  | 'silence.due.v1';

/** A run of one stream's events, in order; never empty. */
export type Run = readonly DomainEvent<JudgedEvent>[];

/** The states in which somebody waits for news of the group. */
export const LISTENED: readonly GroupState[] = ['forming', 'meeting', 'unknown'];

/** The states in which a group has no level any more. */
export const STOPPED: readonly GroupState[] = ['closed', 'closed-well', 'merged'];
