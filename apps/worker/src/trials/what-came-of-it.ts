import type { EventName } from '@followon/shared/events/catalogue';
import type { Outcome } from '@followon/shared/rules/trial/facts';
import type { EntityManager } from 'typeorm';

interface Sign {
  readonly names: readonly EventName[];
  /** Only what was said of the very meeting that the message is about. */
  readonly isOfMeeting?: true;
}

const signs: { readonly [O in Outcome]: Sign } = {
  register: { names: ['meeting.held.v1', 'meeting.not-held.v1'], isOfMeeting: true },
  'heard-of': {
    names: [
      ...(['meeting.held.v1', 'meeting.not-held.v1', 'meeting.planned.v1', 'group.rested.v1'] as const),
      ...(['group.reported.v1', 'help.asked.v1', 'group.closing-announced.v1', 'group.closed.v1'] as const),
    ],
  },
  'role-taken': { names: ['role.accepted.v1'] },
  'met-or-rests': { names: ['meeting.held.v1', 'group.rested.v1'] },
};

const CAME = `
  select exists (select from event where stream_id = $1 and name = any($2) and origin = 'live' and occurred_at >= $3 and occurred_at < $4
    and ($5::text is null or payload ->> 'meetingId' = $5)) as came`;

export interface Span {
  readonly groupId: string;
  readonly subjectId: string;
  readonly from: Date;
  readonly until: Date;
}

/** Whether what a message is for came about in its time, by what was written down then: never by what is known today. */
export async function cameAbout(manager: EntityManager, outcome: Outcome, span: Span): Promise<boolean> {
  const { names, isOfMeeting } = signs[outcome];
  const values = [span.groupId, names, span.from, span.until, isOfMeeting ? span.subjectId : null];
  const [row]: { came: boolean }[] = await manager.query(CAME, values);
  return row?.came ?? false;
}
