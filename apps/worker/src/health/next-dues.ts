import type { GroupState } from '@followon/shared/contract/health';
import type { NewDue } from '@followon/shared/db/due/arm-due';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate, londonInstant } from '@followon/shared/rules/calendar/london';
import type { Ask } from '@followon/shared/rules/nudge/when-to-ask';
import { didYouMeet } from '@followon/shared/rules/nudge/nudges/did-you-meet';
import { silenceDue } from '../sweep/silence-due.js';
import type { Run } from './judged-event.js';
import { LISTENED } from './judged-event.js';
import type { GroupStanding } from './judged-group.js';

interface Judged {
  readonly standing: GroupStanding;
  readonly state: GroupState;
  readonly events: Run;
  readonly ask: Ask | undefined;
  readonly now: Date;
}

/** The days on which somebody looks at the group again, should nothing be heard of it. */
export function nextDues({ standing, state, events, ask, now }: Judged): NewDue[] {
  if (!LISTENED.includes(state)) return [];
  const place = { siteId: standing.site_id, groupId: standing.group_id };
  const isNew = !standing.is_judged || events.some(({ name }) => ARMS_SILENCE.includes(name));
  return [...(isNew ? [silenceDue({ ...place, now })] : []), ...askDues(place, ask, now)];
}

/** Silence is listened for from the first judgement on; the sweep itself goes on from there. */
const ARMS_SILENCE: readonly string[] = [
  'group.formed.v1',
  'group.resumed.v1',
  'group.restarted.v1',
  'group.merge-undone.v1',
  'registers.imported.v1',
];

/** A question that came up long ago, before an import, is no question any more. */
function askDues(
  { siteId, groupId }: { siteId: string; groupId: string },
  ask: Ask | undefined,
  now: Date,
): NewDue[] {
  if (!ask || addDays(ask.askOn, didYouMeet.useByDays) < londonDate(now)) return [];
  const due = { rule: 'did-you-meet', siteId, streamId: groupId, subjectId: groupId };
  return [{ ...due, occurrence: ask.askOn, dueAt: londonInstant(ask.askOn, '07:00') }];
}
