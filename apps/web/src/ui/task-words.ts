import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import { t, type MessageKey } from '../i18n.js';

/** The base checklist in our own words: a verb first, then why it matters in one line. */
const TITLES: Readonly<Record<string, readonly [title: MessageKey, why: MessageKey]>> = {
  assign_ptv: ['handoverTask.assign_ptv.title', 'handoverTask.assign_ptv.why'],
  intro_in_session: ['handoverTask.intro_in_session.title', 'handoverTask.intro_in_session.why'],
  needs_check: ['handoverTask.needs_check.title', 'handoverTask.needs_check.why'],
  interest_poll: ['handoverTask.interest_poll.title', 'handoverTask.interest_poll.why'],
  choose_route: ['handoverTask.choose_route.title', 'handoverTask.choose_route.why'],
  ptv_visit: ['handoverTask.ptv_visit.title', 'handoverTask.ptv_visit.why'],
  leaflets_given: ['handoverTask.leaflets_given.title', 'handoverTask.leaflets_given.why'],
  venue_option: ['handoverTask.venue_option.title', 'handoverTask.venue_option.why'],
  consent_contacts: ['handoverTask.consent_contacts.title', 'handoverTask.consent_contacts.why'],
  roles_agreed: ['handoverTask.roles_agreed.title', 'handoverTask.roles_agreed.why'],
  first_date_fixed: ['handoverTask.first_date_fixed.title', 'handoverTask.first_date_fixed.why'],
  support_plan: ['handoverTask.support_plan.title', 'handoverTask.support_plan.why'],
  working_agreement: ['handoverTask.working_agreement.title', 'handoverTask.working_agreement.why'],
  safety_card: ['handoverTask.safety_card.title', 'handoverTask.safety_card.why'],
  handover_done: ['handoverTask.handover_done.title', 'handoverTask.handover_done.why'],
  reminder_first: ['handoverTask.reminder_first.title', 'handoverTask.reminder_first.why'],
  first_meeting: ['handoverTask.first_meeting.title', 'handoverTask.first_meeting.why'],
  ptv_call_1: ['handoverTask.ptv_call_1.title', 'handoverTask.ptv_call_1.why'],
  missed_invite: ['handoverTask.missed_invite.title', 'handoverTask.missed_invite.why'],
  review_90: ['handoverTask.review_90.title', 'handoverTask.review_90.why'],
};

/** We have words of our own for it, in every language of this page. */
export const isWorded = (key: string | null): boolean => key !== null && Object.hasOwn(TITLES, key);

type Worded<W extends 'title' | 'why'> = Pick<HandoverTaskView, 'key' | 'ownWords' | W>;

/** A task that we have no words for, or that is worded in its own way on this list, is shown in the server's words. */
const wordsOf = ({ key, ownWords }: Pick<HandoverTaskView, 'key' | 'ownWords'>) =>
  ownWords ? undefined : TITLES[key];

export const taskTitle = (task: Worded<'title'>): string => {
  const words = wordsOf(task);
  return words ? t(words[0]) : task.title;
};

export const taskWhy = (task: Worded<'why'>): string => {
  const words = wordsOf(task);
  return words ? t(words[1]) : task.why;
};

const OWNER: Readonly<Record<HandoverTaskView['ownerRole'], MessageKey>> = {
  clinician: 'owner.clinician',
  volunteer: 'owner.volunteer',
  lead: 'owner.lead',
  contact: 'owner.contact',
  system: 'owner.system',
};

/** Who has it: by their first name, or in the words for their part. */
export const ownerOf = ({ assignee, ownerRole }: Pick<HandoverTaskView, 'assignee' | 'ownerRole'>): string =>
  assignee?.displayName ?? t(OWNER[ownerRole]);
