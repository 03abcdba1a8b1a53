import { baseTemplate } from './base.js';
import type { Variant } from './variant.js';

const KEPT: readonly string[] = [
  'venue_option',
  'consent_contacts',
  'roles_agreed',
  'first_date_fixed',
  'working_agreement',
];
/** The group does this by itself: there is no clinician in it and no sign-off, so nothing blocks one. */
const theirs = { ownerRole: 'contact', blocking: false } as const;

/** A group that rested starts again. Days count from the day the list opened. */
export const restart: Variant = {
  without: baseTemplate.map(({ key }) => key).filter((key) => !KEPT.includes(key)),
  changed: {
    venue_option: {
      ...theirs,
      title: 'Check that your meeting place is still right for you',
      doneWhen: 'Your place was checked against the access list.',
      dueOffsetDays: 7,
    },
    consent_contacts: {
      ...theirs,
      title: 'Ask each person if they still want to share their contact details',
      dueOffsetDays: 7,
    },
    roles_agreed: {
      ...theirs,
      title: 'Agree on two contact people',
      dueOffsetDays: 14,
    },
    first_date_fixed: {
      ...theirs,
      title: 'Fix the date of the next meeting',
      why: 'Groups that have a date are the ones that meet.',
      doneWhen: 'The meeting has a date, a time and a place.',
      dueOffsetDays: 14,
    },
    working_agreement: { ...theirs, dueOffsetDays: 21 },
  },
};
