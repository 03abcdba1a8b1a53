import { Account, Membership, Session, Site, Volunteer } from './accounts/account.entity.js';
import { Alert } from './alerts/alert.entity.js';
import {
  FollowOnGroup,
  GroupHealth,
  GroupLevelChange,
  GroupReport,
  GroupRest,
  GroupRole,
  Member,
} from './groups/group.entity.js';
import { Handover, HandoverTask } from './handovers/handover.entity.js';
import { ImportRun } from './imports/import-run.entity.js';
import { DeadEvent, Due, ReactorCursor, StoredEvent } from './ledger/ledger.entity.js';
import { Attendance, Meeting } from './meetings/meeting.entity.js';
import { Delivery, Nudge } from './nudges/nudge.entity.js';
import { SitePolicy } from './policy/site-policy.entity.js';
import { Programme } from './programmes/programme.entity.js';

/** Every entity of the data source, listed so that nothing is found by a file pattern. */
export const entities = [
  Account,
  Alert,
  Attendance,
  DeadEvent,
  Delivery,
  Due,
  FollowOnGroup,
  GroupHealth,
  GroupLevelChange,
  GroupReport,
  GroupRest,
  GroupRole,
  Handover,
  HandoverTask,
  ImportRun,
  Meeting,
  Member,
  Membership,
  Nudge,
  Programme,
  ReactorCursor,
  Session,
  Site,
  SitePolicy,
  StoredEvent,
  Volunteer,
] as const;
