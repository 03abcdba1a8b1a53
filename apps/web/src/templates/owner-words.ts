import type { TemplateTaskView } from '@followon/shared/contract/templates';
import type { MessageKey } from '../i18n.js';

export const OWNER: Readonly<Record<TemplateTaskView['ownerRole'], MessageKey>> = {
  clinician: 'owner.clinician',
  volunteer: 'owner.volunteer',
  lead: 'owner.lead',
  contact: 'owner.contact',
  system: 'owner.system',
};
