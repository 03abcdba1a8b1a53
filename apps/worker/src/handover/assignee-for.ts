import type { ProgrammeFacts } from './programme-facts.js';

/** Contact people come later, when the group has them; a lead's task belongs to every lead of the site. */
export const assigneeFor = (ownerRole: string, { clinician_id, ptv_id }: ProgrammeFacts): string | null => {
  if (ownerRole === 'clinician') return clinician_id;
  return ownerRole === 'volunteer' ? ptv_id : null;
};
