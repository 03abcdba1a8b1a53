import type { GroupRoleView } from '@followon/shared/contract/groups';
import { t, type MessageKey } from '../i18n.js';

type Kind = GroupRoleView['kind'];

const A_ROLE: Readonly<Record<Kind, MessageKey>> = {
  contact: 'roles.a.contact',
  host: 'roles.a.host',
  ptv: 'roles.a.ptv',
};

const WHAT: Readonly<Record<Kind, MessageKey>> = {
  contact: 'roles.what.contact',
  host: 'roles.what.host',
  ptv: 'roles.what.ptv',
};

/** "a contact person" */
export const sayARole = (kind: Kind): string => t(A_ROLE[kind]);

/** What somebody in this role does, in one line. */
export const sayWhatItIs = (kind: Kind): string => t(WHAT[kind]);
