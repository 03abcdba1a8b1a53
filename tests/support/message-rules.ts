import { addDays, weekday } from '@followon/shared/rules/calendar/civil-date';
import { wallClock } from '@followon/shared/rules/calendar/zoned';

const DAY_MS = 86_400_000;

/** By hand, from the published lists: bank holidays of England and Wales within the days that are lived. */
const bankHolidays = [
  ...['2025-08-25', '2025-12-25', '2025-12-26', '2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04'],
  ...['2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28'],
];
/** What each message is for, as the catalogue of the product has it. */
const purposes: Readonly<Record<string, string>> = {
  ...{ task_digest: 'handover-task', volunteer_asked: 'handover-task', missed_you_soft: 'missed-you' },
  ...{ how_was_it: 'meeting-report', register_missing: 'meeting-report', did_you_meet: 'meeting-report' },
  ...{ first_meeting_soon: 'meeting-reminder', meeting_reminder: 'meeting-reminder' },
  ...{ alert_opened: 'staff-alert', alert_unanswered: 'staff-alert', help_asked: 'staff-alert' },
  ...{ contact_wanted_lead: 'staff-alert', contact_wanted_admin: 'staff-alert' },
  ...{ without_volunteer: 'staff-alert', role_thanks: 'thanks', admin_digest: 'news', ptv_update: 'news' },
};
const atRest = [
  'are_you_ready',
  'help_asked',
  'ideas_pack',
  'merge_answered',
  'role_offered',
  'volunteer_asked',
];
/** They tell of many groups; the state of one holds none of the others' news up. */
const lists = ['task_digest', 'alert_opened', 'alert_unanswered', 'ptv_update', 'admin_digest'];
const tellingWords = /\b(pain|hospital|clinic|nhs|diagnos\w*|flare|sick|ill|absen\w*|missed)\b/i;

/** A message that has just left, and what was so at that moment. */
export interface Left {
  readonly key: string;
  readonly occasion: string;
  readonly audience: string;
  readonly at: Date;
  readonly subject: string;
  readonly groupName: string | null;
  readonly stopped: boolean;
  readonly pausedUntil: string | null;
  readonly badUntil: string | null;
  readonly hours: string;
  readonly quietWeekdays: readonly number[];
  readonly consents: readonly {
    readonly channel: string;
    readonly purpose: string;
    readonly wants: boolean;
  }[];
  readonly optedIn: boolean;
  readonly memberPausedUntil: string | null;
  readonly gone: boolean;
  /** They are what they are spoken to as. */
  readonly hasPart: boolean;
  readonly groupState: string | null;
  readonly messagesOff: boolean;
  /** What it says is so. */
  readonly holds: boolean;
  /** Ids of the alerts it tells. */
  readonly alerts: readonly string[];
  /** Everything that reached the same person before, or at the same moment. */
  readonly others: readonly Other[];
  /** What the group last said to the same question. */
  readonly answer: { readonly choice: string; readonly at: string } | null;
}
export interface Other {
  readonly key: string;
  readonly occasion: string;
  readonly audience: string;
  readonly at: string;
  readonly sameSite: boolean;
  readonly alerts: readonly string[];
}

type Rule = (left: Left, day: string, hour: number) => boolean;
const isCapped = ({ audience }: Pick<Left, 'audience'>) => ['member', 'role-holder'].includes(audience);
const within = (left: Left, days: number): Other[] =>
  left.others.filter((other) => left.at.getTime() - Date.parse(other.at) < days * DAY_MS);
const countedIn = (left: Left, days: number) => 1 + within(left, days).filter(isCapped).length;
const saidNo = ({ consents }: Left, purpose: string) =>
  consents.some((one) => one.channel === 'any' && one.purpose === purpose && !one.wants);
const saidYes = ({ consents }: Left, purpose: string) =>
  consents.some((one) => one.purpose === purpose && one.wants);
const purposeOf = ({ key }: Left) => purposes[key] ?? 'group-support';
const isDuty = (left: Left) =>
  left.audience === 'staff' && ['handover-task', 'staff-alert'].includes(purposeOf(left));
const isSameDay = (left: Left, other: Other) =>
  wallClock(new Date(other.at), 'Europe/London').date === wallClock(left.at, 'Europe/London').date;
const ofToday = (left: Left, keys: readonly string[]) =>
  left.others.filter((other) => other.sameSite && keys.includes(other.key) && isSameDay(left, other));

/** The rules of product 6.3 as they read, each true for a message that breaks it. */
const rules: Readonly<Record<string, Rule>> = {
  'outside of the hours': (_, day, hour) => hour < 8 || hour >= 18,
  'not a working day': (_, day) => weekday(day) > 5 || bankHolidays.includes(day),
  'more than two in a week to a member': (left) => left.audience === 'member' && countedIn(left, 7) > 2,
  'more than four in a month to a member': (left) => left.audience === 'member' && countedIn(left, 30) > 4,
  'more than three in a week to a role holder': (left) =>
    left.audience === 'role-holder' && countedIn(left, 7) > 3,
  'they stopped': ({ stopped }) => stopped,
  'they paused': ({ pausedUntil, memberPausedUntil }, day) =>
    [pausedUntil, memberPausedUntil].some((until) => until !== null && day < until),
  'they left': ({ gone }) => gone,
  'a role that is over': ({ hasPart }) => !hasPart,
  'a bad day': ({ badUntil }, day) => badUntil !== null && day <= badUntil,
  'a quiet weekday': ({ quietWeekdays }, day) => quietWeekdays.includes(weekday(day)),
  'the other half of the day': ({ hours }, _, hour) =>
    (hours === 'afternoons' && hour < 12) || (hours === 'mornings' && hour >= 12),
  refused: (left) => !isDuty(left) && (saidNo(left, purposeOf(left)) || saidNo(left, 'all')),
  'nobody opted in': (left) => left.audience === 'member' && !left.optedIn && !saidYes(left, purposeOf(left)),
  'a kind word that nobody chose': (left) => left.key === 'missed_you_soft' && !saidYes(left, 'missed-you'),
  'a kind word twice in 90 days': (left) =>
    left.key === 'missed_you_soft' && within(left, 90).some(({ key }) => key === left.key),
  'the group rests': ({ groupState, key }) =>
    groupState === 'resting' && ![...atRest, ...lists].includes(key),
  'the group is over': ({ groupState, key }) =>
    ['merged', 'closed', 'closed-well'].includes(groupState ?? '') && !lists.includes(key),
  'the group switched messages off': (left) => left.messagesOff && isCapped(left),
  'answered lately': ({ key, answer, at }) =>
    key === 'would_a_hand_help' &&
    answer !== null &&
    at.getTime() - Date.parse(answer.at) < (answer.choice === 'leave-us-be' ? 90 : 30) * DAY_MS,
  'not true': ({ holds }) => !holds,
  'the same thing twice': ({ key, occasion, others }) =>
    others.some((other) => other.key === key && other.occasion === occasion),
  'alerts twice in a day': (left) =>
    ['alert_opened', 'alert_unanswered'].includes(left.key) && ofToday(left, [left.key]).length > 0,
  'an alert told twice': ({ alerts, others }) =>
    others.some((other) => other.sameSite && other.alerts.some((id) => alerts.includes(id))),
  'a list of tasks twice in a day': (left) =>
    left.key === 'task_digest' && ofToday(left, ['task_digest']).length > 0,
  'a telling subject': ({ subject, groupName }) =>
    subject === '' || tellingWords.test(subject) || (groupName !== null && subject.includes(groupName)),
  'winter in another week': ({ key }, day) => key === 'winter_note' && !isEarlyNovember(day),
};

/** Held messages may still leave some days after the first working week. */
const isEarlyNovember = (day: string): boolean =>
  day >= `${day.slice(0, 4)}-11-01` && day <= addDays(`${day.slice(0, 4)}-11-07`, 14);

/** Which rules a message broke that has just left. Reads no rule of the product: it is what they are tried against. */
export function brokenRules(left: Left): string[] {
  const { date, hour } = wallClock(left.at, 'Europe/London');
  return Object.entries(rules)
    .filter(([, isBroken]) => isBroken(left, date, hour))
    .map(([name]) => name);
}

export const ruleNames = Object.keys(rules);
