import { t, type MessageKey } from '../i18n.js';

const WITHDRAWN: Readonly<Record<string, MessageKey>> = {
  'level-fell': 'alert.why.level-fell',
  superseded: 'alert.why.superseded',
  'joined-gone-quiet': 'alert.why.joined-gone-quiet',
  'silence-ended': 'alert.why.silence-ended',
  'register-corrected': 'alert.why.register-corrected',
  'marks-changed': 'alert.why.marks-changed',
  'group-resting': 'alert.why.group-resting',
  'group-merged': 'alert.why.group-merged',
  'group-closed': 'alert.why.group-closed',
  'joined-told': 'alert.why.joined-told',
  'report-settled': 'alert.why.settled',
  'contact-found': 'alert.why.contact-found',
  'no-group-wanted': 'alert.why.no-group-wanted',
  'volunteer-found': 'alert.why.volunteer-found',
  'handover-closed': 'alert.why.handover-closed',
  'handover-caught-up': 'alert.why.handover-caught-up',
  'handover-signed-off': 'alert.why.handover-signed-off',
};

/** Why an alert was taken back; whatever it was, it is no longer so. */
export const sayWhyWithdrawn = (because: string | null): string =>
  t(WITHDRAWN[because ?? ''] ?? 'alert.why.other');
