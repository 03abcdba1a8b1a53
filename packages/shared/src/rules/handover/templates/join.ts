import { joinTasks } from './join-visits.js';
import type { Variant } from './variant.js';

/**
 * The people go to a group that meets already. Its contact people, its next date and its agreement are shown to them, not
 * made anew; so a person ticks the date, and no meeting of ours does. They have no contact person of their own: the
 * volunteer has those tasks. Visits take the place of a first meeting and its reminder.
 */
export const join: Variant = {
  without: ['reminder_first', 'first_meeting'],
  changed: {
    choose_route: { after: ['host_agrees'] },
    venue_option: {
      title: 'Check the place where the other group meets',
      doneWhen: 'The place was checked against the access list.',
    },
    roles_agreed: {
      title: 'Show who the contact people of the other group are',
      why: 'The other group has its contact people. You only need to know them.',
      doneWhen: 'Everyone knows how to reach them.',
      after: ['host_agrees'],
    },
    first_date_fixed: {
      title: 'Show when and where the other group meets next',
      why: 'People who leave with a date are the ones who go.',
      ownerRole: 'volunteer',
      doneWhen: 'Everyone knows the date, the time and the place.',
      closedBy: 'person',
      after: ['host_agrees'],
    },
    support_plan: { ownerRole: 'volunteer' },
    working_agreement: {
      title: 'Show how the other group treats each other',
      why: 'The other group has its ground rules. Visitors can read them first.',
      ownerRole: 'volunteer',
      doneWhen: 'Everyone has seen the rules of the other group, or chose to look later.',
      after: ['host_agrees'],
    },
    ptv_call_1: {
      title: 'Ring the people who visited',
      anchor: 'last-session',
      dueOffsetDays: 35,
      after: ['visit_in_pairs'],
    },
    missed_invite: {
      ownerRole: 'volunteer',
      why: 'People who missed the first visit are still welcome.',
      anchor: 'last-session',
      dueOffsetDays: 35,
      after: ['visit_in_pairs'],
    },
    review_90: { after: ['second_visit'] },
  },
  added: joinTasks,
};
