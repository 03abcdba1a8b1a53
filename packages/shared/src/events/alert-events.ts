import { z } from 'zod';
import { alertCauses } from '../rules/alert/causes.js';
import { id, ofAny, on } from './shapes.js';

const alertCause = z.enum(alertCauses);
/** On a group's stream, or on that of a programme that has no group yet; both ids are there when both are known. */
const alert = {
  alertId: id,
  groupId: id.nullable(),
  programmeId: id.nullable().optional(),
  cause: alertCause,
};

/** An episode of an alert, from its opening to its end. */
export const alertEvents = {
  'alert.opened.v1': ofAny(alert),
  /** The days that were the group's own are over, or nobody has acknowledged it: others hear of it too. */
  'alert.escalated.v1': ofAny({ ...alert, to: z.enum(['clinician', 'site-admin']) }),
  'alert.acknowledged.v1': ofAny(alert),
  'alert.snoozed.v1': ofAny({ ...alert, until: on }),
  /** The day has come: it stands open again. */
  'alert.snooze-ended.v1': ofAny(alert),
  'alert.withdrawn.v1': ofAny({ ...alert, because: z.string() }),
  'alert.resolved.v1': ofAny({ ...alert, outcome: z.string(), useful: z.string().nullable() }),
  'alert.feedback-given.v1': ofAny({ ...alert, verdict: z.enum(['useful', 'not-useful', 'wrong']) }),
} as const;
