import { addDays } from '../rules/calendar/civil-date.js';
import type { Audience } from '../rules/nudge/nudge.js';
import { nudgeOf } from '../rules/nudge/nudges.js';
import type { MessageFacts } from './facts.js';

const id = (start: number): string => `${start}0000000-0000-4000-8000-000000000000`;
const [ours, theirs, third, course] = [id(1), id(2), id(3), id(4)] as const;

/** Made up, one set for each who is spoken to: no group or programme of any site is called like this. */
const names: { readonly [A in Audience]: { readonly [id: string]: string } } = {
  staff: { [ours]: 'Paper Kites', [theirs]: 'Odd Socks', [third]: 'Blue Teapot', [course]: 'Course of May' },
  volunteer: { [ours]: 'Blue Teapot', [theirs]: 'Tin Whistle', [course]: 'Course of June' },
  'role-holder': { [ours]: 'Copper Kettle', [course]: 'Course of July' },
  member: {},
};

/** The tasks of a list, for each who may have one: late and nobody's, due today, and still to come. */
const tasksOf: { readonly [A in Audience]: readonly string[] } = {
  staff: ['leaflets_given', 'needs_check', 'consent_contacts'],
  volunteer: ['ptv_visit', 'choose_route', 'ptv_call_1'],
  'role-holder': ['first_date_fixed', 'support_plan', 'first_meeting'],
  member: [],
};

const reason = { key: 'below-60' as const, usual: 8.2, recent: [4, 5, 3] };

function listOf(audience: Audience, today: string): MessageFacts['tasks'] {
  const days = [-2, 0, 3];
  return tasksOf[audience].map((task, at) => ({
    ...{ taskId: id(5), task, dueOn: addDays(today, days[at] ?? 0) },
    ...{ listOf: at === 0 ? ours : course, aside: at === 0 },
  }));
}

const alerts = (today: string): MessageFacts['alerts'] => [
  { alertId: id(6), groupId: ours, cause: 'fading', ...reason },
  { alertId: id(7), groupId: theirs, cause: 'gone-quiet', key: 'silent', lastOn: addDays(today, -63) },
  { alertId: id(8), groupId: third, cause: 'venue-lost' },
  { alertId: id(9), programmeId: course, cause: 'no-ptv' },
];

const week = (today: string): MessageFacts['week'] => [
  { what: 'stand-beside', programmeId: course },
  { what: 'help-asked', groupId: ours },
  { what: 'first-meeting', groupId: theirs, on: addDays(today, 2) },
  { what: 'met-first', groupId: theirs },
  { what: 'recovered', groupId: ours },
];

const month = { recovered: 2, metFirst: 1, handoversDone: 3, late: 4, silent: 1, fading: 2, stuck: 1 };

/** The day that the first message of a nudge tells of, when it comes today. */
function dayOf(key: string, today: string): string {
  const { countsFrom, offsetDays } = nudgeOf(key) ?? {};
  const isOfMeeting = countsFrom === 'meeting' || countsFrom === 'first-meeting';
  return isOfMeeting ? addDays(today, -(offsetDays?.[0] ?? 0)) : today;
}

/** A message that reads its list as it leaves tells of all that stands open; any other of the one thing it was planned for. */
const lists = (key: string, audience: Audience, today: string): Partial<MessageFacts> =>
  nudgeOf(key)?.readsList === true
    ? { ...(audience === 'staff' && { alerts: alerts(today) }), week: week(today), month }
    : {};

/**
 * Figures and names for looking at a message, all of them made up: everything that it may tell is there, so that every
 * sentence shows that somebody may ever read.
 * @param today the day on which it is read
 */
export function previewFigures(key: string, audience: Audience, today: string): MessageFacts {
  const tasks = listOf(audience, today);
  return {
    ...{ audience, today, groupId: ours, programmeId: course, names: names[audience] },
    ...{ groupName: names[audience][ours], programmeName: names[audience][course] },
    ...{ on: dayOf(key, today), lastOn: addDays(today, -40), actBy: addDays(today, 14) },
    ...{ role: audience === 'volunteer' ? 'ptv' : 'contact', answer: 'merged', cause: 'fading' },
    wish: 'rest',
    ...{ ...reason, tasks, count: (tasks?.length ?? 0) + 2 },
    ...lists(key, audience, today),
  };
}
