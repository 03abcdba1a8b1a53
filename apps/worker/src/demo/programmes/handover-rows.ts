import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { rollForward } from '@followon/shared/rules/calendar/working-days';
import { FINISHING_DAYS } from '@followon/shared/rules/handover/finishing';
import { defaultEscalationDays, escalatedTo } from '@followon/shared/rules/handover/late-tasks';
import type { PlannedTask } from '@followon/shared/rules/handover/plan-handover';
import { planHandover } from '@followon/shared/rules/handover/plan-handover';
import { BASE_TEMPLATE_VERSION, baseTemplate } from '@followon/shared/rules/handover/templates/base';
import type { Part, Row } from '../demo-rows.js';
import { nothing } from '../demo-rows.js';
import type { Stream } from '../facts.js';
import { atNight } from '../facts.js';
import { handoverDues } from './handover-dues.js';
import { handoverFacts } from './handover-facts.js';
import { interestRows } from './interest-rows.js';
import { personId } from '../people.js';
import type { ProgrammePlan } from './programme-plans.js';
import type { StandingHandover, StandingTask } from './standing-handover.js';
import { demoId, seededRandom } from '../random.js';

type HandoverPlan = NonNullable<ProgrammePlan['handover']>;

export interface Days {
  readonly today: string;
  readonly lastSessionOn: string;
  /** Of the group that came of the programme; undefined while there is none. */
  readonly firstMeetingOn: string | undefined;
}

const ACCEPTED_AFTER_DAYS = 2;
/** England and Wales keep the same days, and the demo has no other sites. */
const COUNTRY = 'england';
const TERMS = { country: COUNTRY, days: defaultEscalationDays } as const;

/** The checklist of a programme with its history: who did what when, what is late and who was told. */
export function handoverRows(plan: ProgrammePlan, stream: Stream, days: Days & { readonly now: Date }): Part {
  if (!plan.handover) return nothing;
  const handover = standing(plan, plan.handover, days);
  const interest = interestRows(plan, handover, stream);
  return {
    rows: {
      ...interest.rows,
      handover: [handoverRow(plan, handover, stream)],
      handover_task: handover.tasks.map((task) => taskRow(plan, task, { handover, stream })),
    },
    facts: [...interest.facts, ...handoverFacts(handover, stream)],
    dues: handoverDues(handover, stream, days.now),
  };
}

function standing(plan: ProgrammePlan, handover: HandoverPlan, days: Days): StandingHandover {
  const openedOn = addDays(days.lastSessionOn, -FINISHING_DAYS);
  const { lastSessionOn, firstMeetingOn } = days;
  const tasks = planHandover({
    tasks: baseTemplate,
    country: COUNTRY,
    lastSessionOn,
    firstMeetingOn,
    openedOn,
  }).map((task) => standingTask(plan, task, { ...days, openedOn }));
  const doneOn = (key: string): string | null => tasks.find((task) => task.key === key)?.doneOn ?? null;
  const signedOffOn = doneOn('handover_done');
  const isAccepted = handover.state === 'accepted' || handover.state === 'closed';
  return {
    ...{
      id: demoId('handover', plan.key),
      programmeId: demoId('programme', plan.key),
      openedOn,
      tasks,
      signedOffOn,
    },
    acceptedOn: isAccepted && signedOffOn ? addDays(signedOffOn, ACCEPTED_AFTER_DAYS) : null,
    closedOn: handover.state === 'closed' ? doneOn('review_90') : null,
  };
}

function standingTask(
  plan: ProgrammePlan,
  task: PlannedTask,
  days: Days & { readonly openedOn: string },
): StandingTask {
  const { today } = days;
  const dueOn = plan.handover?.dueToday === task.key ? rollForward(today, COUNTRY) : task.dueOn;
  const id = demoId('task', plan.key, task.key);
  if (plan.handover?.done.some((key) => key === task.key)) {
    const doneOn = doneDay({ ...task, dueOn }, days, seededRandom(id)());
    return { ...task, id, dueOn, state: 'done', doneOn, escalatedTo: null };
  }
  const told = escalatedTo({ key: task.key, state: 'open', dueOn }, today, TERMS).at(-1);
  const late = told === undefined ? 'open' : 'overdue';
  return {
    ...task,
    id,
    dueOn,
    state: late,
    doneOn: null,
    escalatedTo: told === undefined || told === 'owner' ? null : told,
  };
}

const MOST_DAYS_EARLY = 3;

/** In good time: on the due day or up to two days before, never before the checklist opened, never today. */
function doneDay(
  { key, dueOn }: PlannedTask,
  { today, openedOn }: Days & { readonly openedOn: string },
  share: number,
): string {
  const isOnTheDay = ['first_meeting', 'reminder_first'].includes(key);
  const wished = addDays(dueOn, isOnTheDay ? 0 : -Math.floor(share * MOST_DAYS_EARLY));
  const yesterday = addDays(today, -1);
  const inTime = wished < openedOn ? openedOn : wished;
  return inTime < yesterday ? inTime : yesterday;
}

function handoverRow(plan: ProgrammePlan, handover: StandingHandover, stream: Stream): Row {
  const { state, group } = plan.handover ?? {};
  return {
    ...{ id: handover.id, site_id: stream.siteId, programme_id: handover.programmeId, state },
    ...{ route: 'new', template_version: BASE_TEMPLATE_VERSION, opened_on: handover.openedOn, version: 1 },
    group_id: group ? demoId('group', group) : null,
    ...choice(plan, handover),
    ...signatures(plan, handover),
  };
}

/** All of the demo's groups chose to meet in person. */
function choice({ ptv }: ProgrammePlan, { tasks }: StandingHandover): Row {
  const chosenOn = tasks.find(({ key }) => key === 'choose_route')?.doneOn ?? null;
  return {
    suggested_route: 'new',
    route_chosen_at: chosenOn && atNight(chosenOn),
    route_chosen_by: chosenOn && ptv && personId(ptv),
  };
}

const signatures = (
  { clinician, ptv }: ProgrammePlan,
  { signedOffOn, acceptedOn }: StandingHandover,
): Row => ({
  signed_off_at: signedOffOn && atNight(signedOffOn),
  signed_off_by: signedOffOn && personId(clinician),
  accepted_at: acceptedOn && atNight(acceptedOn),
  accepted_by: acceptedOn && ptv && personId(ptv),
});

function taskRow(
  plan: ProgrammePlan,
  task: StandingTask,
  of: { handover: StandingHandover; stream: Stream },
): Row {
  const owner = ownerOf(plan, task);
  return {
    ...{
      id: task.id,
      site_id: of.stream.siteId,
      handover_id: of.handover.id,
      key: task.key,
      position: task.position,
    },
    ...{
      owner_role: task.ownerRole,
      assignee_id: task.ownerRole === 'lead' ? null : owner,
      anchor: task.anchor,
      due_offset_days: task.dueOffsetDays,
      closed_by: task.closedBy,
    },
    ...{
      due_on: task.dueOn,
      do_now: task.doNow,
      blocking: task.blocking,
      state: task.state,
      escalated_to: task.escalatedTo,
    },
    ...{
      evidence: evidenceOf(task),
      done_at: task.doneOn && atNight(task.doneOn),
      done_by: task.doneOn && owner,
    },
    version: task.doneOn ? 2 : 1,
  };
}

/** A lead's task belongs to every lead of the site: the one here only ticked it. */
function ownerOf(
  { clinician, ptv, lead, contact }: ProgrammePlan,
  { ownerRole }: StandingTask,
): string | null {
  const key = { clinician, volunteer: ptv, lead, contact, system: null }[ownerRole];
  return key && personId(key);
}

const DATED = ['intro_in_session', 'ptv_visit', 'leaflets_given'];
const INTERESTED = 9;

function evidenceOf({ key, doneOn }: StandingTask): Row | null {
  if (!doneOn) return null;
  if (key === 'interest_poll') return { count: INTERESTED };
  return DATED.includes(key) ? { on: doneOn } : null;
}
