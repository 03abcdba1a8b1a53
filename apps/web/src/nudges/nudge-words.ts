import type { NudgeView } from '@followon/shared/contract/messages';
import { sayDay } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';

const AUDIENCE: Readonly<Record<NudgeView['audience'], MessageKey>> = {
  member: 'nudge.to.member',
  'role-holder': 'nudge.to.role-holder',
  volunteer: 'nudge.to.volunteer',
  staff: 'nudge.to.staff',
};

const STATE: Readonly<Record<NudgeView['state'], MessageKey>> = {
  planned: 'nudge.planned',
  suppressed: 'nudge.suppressed',
  sent: 'nudge.sent',
};

/** Each by the subject that its readers see: there is one name for a message, wherever it stands. */
const KEYS: Readonly<Record<string, MessageKey>> = {
  alert_opened: 'nudge.key.alert_opened',
  alert_unanswered: 'nudge.key.alert_unanswered',
  did_you_meet: 'nudge.key.did_you_meet',
  first_meeting_soon: 'nudge.key.first_meeting_soon',
  help_asked: 'nudge.key.help_asked',
  merge_asked: 'nudge.key.merge_asked',
  merge_answered: 'nudge.key.merge_answered',
  are_you_ready: 'nudge.key.are_you_ready',
  how_was_it: 'nudge.key.how_was_it',
  register_missing: 'nudge.key.register_missing',
  contact_wanted: 'nudge.key.contact_wanted',
  contact_wanted_admin: 'nudge.key.contact_wanted_admin',
  contact_wanted_lead: 'nudge.key.contact_wanted_lead',
  role_offered: 'nudge.key.role_offered',
  volunteer_asked: 'nudge.key.volunteer_asked',
  without_volunteer: 'nudge.key.without_volunteer',
  role_thanks: 'nudge.key.role_thanks',
  task_digest: 'nudge.key.task_digest',
  // Of messages that were sent when each task had its own.
  task_due: 'nudge.key.task_due',
  would_a_hand_help: 'nudge.key.would_a_hand_help',
  meeting_reminder: 'nudge.key.meeting_reminder',
  missed_you_soft: 'nudge.key.missed_you_soft',
  hand_round_roles: 'nudge.key.hand_round_roles',
  ideas_pack: 'nudge.key.ideas_pack',
  winter_note: 'nudge.key.winter_note',
  flare_kindness: 'nudge.key.flare_kindness',
  ptv_update: 'nudge.key.ptv_update',
  admin_digest: 'nudge.key.admin_digest',
};

const WHY_NOT: Readonly<Record<string, MessageKey>> = {
  'imported-history': 'nudge.not.imported-history',
  'no-longer-true': 'nudge.not.no-longer-true',
  'nothing-to-tell': 'nudge.not.nothing-to-tell',
  'no-recipient': 'nudge.not.no-recipient',
  left: 'nudge.not.left',
  'no-longer-their-role': 'nudge.not.no-longer-their-role',
  stopped: 'nudge.not.stopped',
  paused: 'nudge.not.paused',
  'group-resting': 'nudge.not.group-resting',
  'group-closed': 'nudge.not.group-closed',
  'switched-off': 'nudge.not.switched-off',
  refused: 'nudge.not.refused',
  'not-opted-in': 'nudge.not.not-opted-in',
  'past-use-by': 'nudge.not.past-use-by',
  'answered-lately': 'nudge.not.answered-lately',
  'told-lately': 'nudge.not.told-lately',
  'over-budget': 'nudge.not.over-budget',
  withheld: 'nudge.not.withheld',
  retired: 'nudge.not.retired',
};

/** Why a message waits; until when stands beside it. */
const HELD: Readonly<Record<string, MessageKey>> = {
  'bad-day': 'nudge.held.bad-day',
  'quiet-day': 'nudge.held.quiet-day',
  'not-a-working-day': 'nudge.held.not-a-working-day',
  'half-day': 'nudge.held.half-day',
  'quiet-hours': 'nudge.held.quiet-hours',
  'told-elsewhere': 'nudge.held.told-elsewhere',
  'reply-waits': 'nudge.held.reply-waits',
};

/** What the messages are called where they are chosen from; the one about single tasks is sent no more. */
export const messageKinds: readonly string[] = Object.keys(KEYS).filter((key) => key !== 'task_due');

export const nameOfMessage = (key: string): string => t(KEYS[key] ?? 'nudge.key.other');

/** To whom, in which capacity. */
export const sayTo = (audience: NudgeView['audience']): string => t(AUDIENCE[audience]);

export function sayWhyNot(reason: string): string | undefined {
  const why = WHY_NOT[reason] ?? HELD[reason];
  return why && t(why);
}

/** What was sent or spared, to whom (a role, never a name), when, and why not. */
export function sayNudge(nudge: NudgeView, now: string): string {
  const said = t('nudge.line', {
    what: t(KEYS[nudge.key] ?? 'nudge.key.other'),
    to: t(AUDIENCE[nudge.audience]),
    state: t(STATE[nudge.state]),
    day: sayDay(nudge.dueAt, now),
  });
  const why = nudge.reason === null ? undefined : WHY_NOT[nudge.reason];
  return why ? `${said} ${t(why)}` : said;
}
