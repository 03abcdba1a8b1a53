import { mergeTasks } from './merge-tasks.js';
import type { Variant } from './variant.js';

/**
 * Two programmes carry on as one group. Consent is a task of its own, so a tick given for the smaller group does not count
 * for the joint one. Each programme has its own handover and its own sign-off: `both_sign` asks for the other clinician's
 * word and not for their signature, or each would wait for the other for ever.
 */
export const merge: Variant = {
  without: ['consent_contacts'],
  changed: {
    roles_agreed: { doneWhen: 'Two people said yes, one from each side if possible, and someone will host.' },
    handover_done: {
      after: ['consent_joint', 'roles_agreed', 'first_date_fixed', 'safety_card', 'both_sign'],
    },
  },
  added: mergeTasks,
};
