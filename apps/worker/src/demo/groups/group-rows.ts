import type { GroupState } from '@followon/shared/contract/health';
import type { NewEvent } from '@followon/shared/db/ledger/append';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { Part, Row } from '../demo-rows.js';
import type { Stream } from '../facts.js';
import { atNight, fact } from '../facts.js';
import type { GroupPlan } from './group-plan.js';
import { attendanceOf, groupPeople } from './group-people.js';
import { siteId } from '../people.js';
import { programmePlans } from '../programmes/programme-plans.js';
import { demoId } from '../random.js';
import type { Register } from './registers.js';
import { registersOf } from './registers.js';
import { rolesToday } from './stepped-down.js';
import { toldToday } from './told-rows.js';
import { mergeFactsOf, mergeRows } from './merge-rows.js';

const IMPORT_ID = demoId('import', 'registers');
/** A group is formed this long before its first register. */
const FORMED_BEFORE_DAYS = 14;
const cadences = { 7: 'weekly', 14: 'fortnightly', 28: 'monthly' } as const;

interface Told {
  readonly plan: GroupPlan;
  readonly stream: Stream;
  readonly registers: readonly Register[];
  readonly today: string;
  readonly now: Date;
}

/** One group: its row, its people, two years of registers, and its history as the ledger would hold it. */
export function groupRows(plan: GroupPlan, now: Date): Part {
  const today = londonDate(now);
  const stream = { streamId: demoId('group', plan.name), siteId: siteId(plan.site) };
  const told = { plan, stream, registers: registersOf(plan, today), today, now };
  const formedOn = formedOnOf(told);
  const people = groupPeople(plan, stream, formedOn);
  const rest = restOf(told);
  const held = rolesToday(plan.steppedDown === true, { roles: people.roles, stream, now });
  const said = toldToday(plan.lostItsPlace === true, { stream, now });
  return {
    dues: held.dues,
    rows: {
      follow_on_group: [groupRow(told, formedOn)],
      group_merge: mergeRows(told),
      group_rest: rest
        ? [{ id: demoId('rest', plan.name), site_id: stream.siteId, group_id: stream.streamId, ...rest }]
        : [],
      member: people.members,
      group_role: held.roles,
      succession: held.succession,
      group_report: said.reports,
      meeting: told.registers.map((register) => meetingRow(told, register)),
      attendance: attendanceOf(plan, people.members, told.registers),
    },
    facts: [
      formed(told, formedOn),
      ...people.facts,
      ...registerFacts(told),
      ...endFacts(told),
      ...mergeFactsOf(told),
      imported(told),
      ...firstDate(told),
      ...held.facts,
      ...said.facts,
    ],
  };
}

const programmeOf = ({ programme }: GroupPlan): string | null =>
  programme ? demoId('programme', programme) : null;

/** At the last session of its programme, where the demo knows it. */
function formedOnOf({ registers, today, plan }: Told): string {
  const programme = programmePlans.find(({ key }) => key === plan.programme);
  if (programme) return addDays(today, programme.lastSessionInDays);
  return addDays(registers[0]?.on ?? today, -FORMED_BEFORE_DAYS);
}

function stateOf({ rest, closedDaysAgo, firstMeetingInDays }: GroupPlan): GroupState {
  if (closedDaysAgo !== undefined) return 'closed-well';
  if (rest) return 'resting';
  return firstMeetingInDays === undefined ? 'meeting' : 'forming';
}

const restOf = ({ plan: { rest }, today }: Told) =>
  rest && { from_on: addDays(today, -rest.fromDaysAgo), until_on: addDays(today, rest.untilInDays) };

const closedOnOf = ({ plan: { closedDaysAgo }, today }: Told): string | null =>
  closedDaysAgo === undefined ? null : addDays(today, -closedDaysAgo);

function groupRow(told: Told, formedOn: string): Row {
  const { plan, stream } = told;
  return {
    ...{ id: stream.streamId, site_id: stream.siteId, programme_id: programmeOf(plan), name: plan.name },
    ...{ cadence: cadences[plan.everyDays], state: stateOf(plan), formed_on: formedOn },
    welcomes_new: plan.welcomesNew === true,
    ...{ resting_until: restOf(told)?.until_on ?? null, closed_on: closedOnOf(told) },
  };
}

function meetingRow({ plan, stream }: Told, register: Register): Row {
  const isRecorded = register.outcome === 'held' || register.outcome === 'not-held';
  const counted = register.outcome === 'held' ? register : { headcount: null, newcomers: null };
  return {
    ...{ id: demoId('meeting', plan.name, register.on), site_id: stream.siteId, group_id: stream.streamId },
    ...{
      held_on: register.on,
      outcome: register.outcome,
      headcount: counted.headcount,
      newcomers: counted.newcomers,
    },
    named: plan.named === true && register.outcome === 'held',
    reason: register.outcome === 'not-held' ? register.reason : null,
    recorded_at: isRecorded ? atNight(register.on) : null,
    version: isRecorded ? 1 : 0,
  };
}

const formed = ({ plan, stream }: Told, formedOn: string): NewEvent =>
  fact({ ...stream, at: formedOn }, 'group.formed.v1', {
    groupId: stream.streamId,
    programmeId: programmeOf(plan),
    formedOn,
  });

/** Planned dates are announced on the evening of the latest register; a first date is announced live (see firstDate). */
function registerFacts({ plan, stream, registers, now }: Told): NewEvent[] {
  const groupId = stream.streamId;
  const latest = registers.findLast(({ outcome }) => outcome !== 'planned');
  return registers.flatMap((register): NewEvent[] => {
    const { on } = register;
    const meeting = { groupId, meetingId: demoId('meeting', plan.name, on), on };
    if (register.outcome === 'planned') {
      return latest ? [fact({ ...stream, at: latest.on }, 'meeting.planned.v1', meeting)] : [];
    }
    if (register.outcome === 'missing')
      return [fact({ ...stream, at: dayAfter(on, now) }, 'register.missing.v1', meeting)];
    if (register.outcome === 'not-held') {
      return [fact({ ...stream, at: on }, 'meeting.not-held.v1', { ...meeting, reason: register.reason })];
    }
    const { headcount, newcomers } = register;
    return [fact({ ...stream, at: on }, 'meeting.held.v1', { ...meeting, headcount, newcomers })];
  });
}

/** A missing register is noticed the morning after; nothing of the demo happens later than now. */
const dayAfter = (on: string, now: Date): Date =>
  new Date(Math.min(atNight(addDays(on, 1)).getTime(), now.getTime()));

function endFacts(told: Told): NewEvent[] {
  const { stream } = told;
  const rest = restOf(told);
  const closedOn = closedOnOf(told);
  const groupId = stream.streamId;
  if (rest) {
    return [
      fact({ ...stream, at: rest.from_on }, 'group.rested.v1', {
        groupId,
        from: rest.from_on,
        until: rest.until_on,
      }),
    ];
  }
  return closedOn
    ? [fact({ ...stream, at: closedOn }, 'group.closed.v1', { groupId, on: closedOn, how: 'closed-well' })]
    : [];
}

/** From here on the group's present level may reach people. */
function imported({ stream, registers, now }: Told): NewEvent {
  const meetings = registers.filter(({ outcome }) => outcome !== 'planned').length;
  return fact({ ...stream, at: now }, 'registers.imported.v1', {
    groupId: stream.streamId,
    importId: IMPORT_ID,
    meetings,
  });
}

/** The first date of a new group is news: its people are to be reminded of it. */
function firstDate({ plan, stream, registers, now }: Told): NewEvent[] {
  const [first] = registers;
  if (plan.firstMeetingInDays === undefined || !first) return [];
  const meeting = {
    groupId: stream.streamId,
    meetingId: demoId('meeting', plan.name, first.on),
    on: first.on,
  };
  return [fact({ ...stream, at: now, origin: 'live' }, 'meeting.planned.v1', meeting)];
}
