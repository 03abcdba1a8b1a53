/** The roles a person may hold, each at one site (a network administrator's reaches every site). */
export const roles = ['volunteer', 'contact', 'clinician', 'lead', 'site-admin', 'network-admin'] as const;
export type Role = (typeof roles)[number];

/** Everything that can be asked of the product. A route declares one of these or the API does not start. */
export const actions = [
  'see-session',
  'see-sites',
  'see-overview',
  'see-network',
  'see-programmes',
  'see-programme',
  'write-programme',
  'finish-programme',
  'name-ptv',
  'name-clinician',
  'take-programme',
  'see-handovers',
  'see-handover',
  'tick-task',
  'sign-off-handover',
  'accept-handover',
  'see-participants',
  'see-volunteers',
  'see-groups',
  'see-group',
  'see-group-health',
  'form-group',
  'write-group',
  'write-roles',
  'switch-messages',
  'rest-group',
  'close-group',
  'see-meetings',
  'plan-meeting',
  'record-register',
  'correct-register',
  'see-marks',
  'see-members',
  'see-contacts',
  'write-members',
  'write-preferences',
  'see-alerts',
  'acknowledge-alert',
  'resolve-alert',
  'see-nudges',
  'see-deliveries',
  'see-events',
  'mend-dead-events',
  'import-registers',
  'see-live',
  'use-demo-clock',
  'see-outbox',
] as const;
export type Action = (typeof actions)[number];

/** The route exists only where FOLLOWON_MODE is demo; there anybody signed in may use it. */
export const demoOnlyActions = ['use-demo-clock', 'see-outbox'] as const satisfies readonly Action[];
