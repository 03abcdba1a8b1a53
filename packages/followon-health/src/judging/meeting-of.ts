import type { MeetingFact } from '@followon/shared/rules/health/facts';
import { settingOf } from '@followon/shared/rules/health/replay';
import type { RegisterLine } from '@followon/shared/rules/import/register-line';

/** A register file holds meetings and nothing else: no breaks, roles or reports, and it does not say how often a group means to meet. */
export const setting = settingOf({ cadence: 'irregular', meetings: [], rests: [] });

/** A line as a fact for the engine. A group meets once on a day, so the day tells the meeting. */
export function meetingOf({ on, outcome, headcount, attendees }: RegisterLine): MeetingFact {
  const isNamed = attendees.length > 0;
  return {
    meetingId: on,
    on,
    outcome,
    headcount,
    headcountOnly: outcome === 'held' && !isNamed,
    attendees: isNamed ? attendees : undefined,
  };
}
