import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { FINISHING_DAYS } from '@followon/shared/rules/handover/finishing';
import type { NewEvent } from '@followon/shared/db/ledger/append';
import type { Part, Row } from '../demo-rows.js';
import type { Stream } from '../facts.js';
import { fact } from '../facts.js';
import { groupPlans } from '../groups/group-plans.js';
import type { Days } from './handover-rows.js';
import { handoverRows } from './handover-rows.js';
import { personId, siteId } from '../people.js';
import type { ProgrammePlan } from './programme-plans.js';
import { demoId } from '../random.js';
import { registersOf } from '../groups/registers.js';

const WEEK = 7;
/** A programme is put into the calendar this long before its first session. */
const SCHEDULED_BEFORE_DAYS = 28;

/** One programme, with its handover where there is one yet. */
export function programmeRows(plan: ProgrammePlan, now: Date): Part {
  const today = londonDate(now);
  const streamId = demoId('programme', plan.key);
  const stream = { streamId, streamKind: 'programme', siteId: siteId(plan.site) } as const;
  const days = {
    today,
    lastSessionOn: addDays(today, plan.lastSessionInDays),
    firstMeetingOn: firstMeetingOn(plan, today),
  };
  const handover = handoverRows(plan, stream, { ...days, now });
  const facts = [...programmeFacts(plan, stream, days), ...handover.facts];
  return {
    rows: { programme: [programmeRow(plan, stream, days)], ...handover.rows },
    facts: noLaterThan(now, inOrder(facts)),
    dues: handover.dues,
  };
}

function firstMeetingOn({ handover }: ProgrammePlan, today: string): string | undefined {
  const group = groupPlans.find(({ name }) => name === handover?.group);
  return group && registersOf(group, today)[0]?.on;
}

const firstSessionOn = ({ weeks }: ProgrammePlan, lastSessionOn: string): string =>
  addDays(lastSessionOn, -WEEK * (weeks - 1));

function programmeRow(plan: ProgrammePlan, stream: Stream, { lastSessionOn }: Days): Row {
  return {
    ...{
      id: stream.streamId,
      site_id: stream.siteId,
      name: nameOf(plan, lastSessionOn),
      type: plan.type,
      mode: plan.mode,
    },
    first_session_on: firstSessionOn(plan, lastSessionOn),
    last_session_on: lastSessionOn,
    finished_on: plan.lastSessionInDays < 0 ? lastSessionOn : null,
    clinician_id: personId(plan.clinician),
    ptv_id: plan.ptv && personId(plan.ptv),
  };
}

/** "Spring evening programme 2026": no place, no condition. December belongs to the year it lies in. */
function nameOf({ kind }: ProgrammePlan, lastSessionOn: string): string {
  const month = Number(lastSessionOn.slice(5, 7));
  const season = ['Winter', 'Spring', 'Summer', 'Autumn'][Math.floor((month % 12) / 3)];
  return `${season} ${kind}programme ${lastSessionOn.slice(0, 4)}`;
}

function programmeFacts(plan: ProgrammePlan, stream: Stream, { lastSessionOn, today }: Days): NewEvent[] {
  const programmeId = stream.streamId;
  const scheduledOn = addDays(firstSessionOn(plan, lastSessionOn), -SCHEDULED_BEFORE_DAYS);
  const finishingOn = addDays(lastSessionOn, -FINISHING_DAYS);
  // Nothing has followed yet from a programme that still runs, so what follows from it is left to the worker.
  const origin = finishingOn <= today ? 'import' : 'live';
  const about = { programmeId, lastSessionOn };
  return [
    fact({ ...stream, at: scheduledOn, origin }, 'programme.scheduled.v1', about),
    ...(finishingOn <= today ? [fact({ ...stream, at: finishingOn }, 'programme.finishing.v1', about)] : []),
    ...(lastSessionOn < today
      ? [
          fact({ ...stream, at: lastSessionOn }, 'programme.finished.v1', {
            programmeId,
            finishedOn: lastSessionOn,
          }),
        ]
      : []),
  ];
}

const inOrder = (facts: readonly NewEvent[]): NewEvent[] =>
  [...facts].sort((one, other) => one.occurredAt.getTime() - other.occurredAt.getTime());

const noLaterThan = (now: Date, facts: readonly NewEvent[]): NewEvent[] =>
  facts.map((told) => (told.occurredAt > now ? { ...told, occurredAt: now } : told));
