import type { NudgeKey } from '../rules/nudge/nudges.js';
import type { MessageFacts } from './facts.js';

/**
 * How a choice is carried out: `link` by one of the links that the message carries; `nothing` by doing nothing, or among
 * people, with nothing to tell us; otherwise on a page, after signing in.
 */
export type ChoiceWay = 'link' | 'nothing' | { readonly page: Page };
type About = Pick<MessageFacts, 'groupId' | 'programmeId' | 'alerts'>;
type Page = (about: About) => string | undefined;

const tasks: ChoiceWay = { page: () => '/tasks' };
const ofGroup = (rest = ''): ChoiceWay => ({
  page: ({ groupId }) => (groupId === undefined ? undefined : `/groups/${groupId}${rest}`),
});
const look = ofGroup();
const programme: ChoiceWay = {
  page: ({ programmeId }) => (programmeId === undefined ? undefined : `/programmes/${programmeId}`),
};

/** The group, when it is about one; all that stand open, when it tells of several. */
const alerts: ChoiceWay = {
  page: ({ groupId, programmeId, alerts: told = [] }) => {
    const only = told.length === 0 ? { groupId, programmeId } : onlyOneOf(told);
    if (only?.groupId !== undefined) return `/groups/${only.groupId}`;
    return only?.programmeId === undefined ? '/' : `/programmes/${only.programmeId}`;
  },
};

function onlyOneOf(told: NonNullable<About['alerts']>): (typeof told)[number] | undefined {
  const [first, ...rest] = told;
  const isSame = rest.every(
    (one) => one.groupId === first?.groupId && one.programmeId === first?.programmeId,
  );
  return isSame ? first : undefined;
}

type Ways = { readonly [choice: string]: ChoiceWay };

/** What members get is answered by link alone: somebody without an account has no page. */
type ForMembers = 'first_meeting_soon' | 'meeting_reminder' | 'missed_you_soft' | 'flare_kindness';

/** A choice that nobody can carry out is not offered: each has its way here. */
export const choiceWays = {
  task_digest: { look: tasks, 'see-groups': alerts, later: 'link', 'pass-on': 'link' },
  how_was_it: { 'record-headcount': 'link', 'did-not-meet': 'link', stop: 'link' },
  register_missing: {
    'record-headcount': 'link',
    'did-not-meet': 'link',
    'nobody-counted': 'nothing',
    stop: 'link',
  },
  did_you_meet: {
    'record-headcount': 'link',
    'did-not-meet': 'link',
    rest: ofGroup('/next/break'),
    stop: 'link',
  },
  would_a_hand_help: {
    ...{ 'call-us': 'link', 'send-ideas': 'link', 'meet-another-group': 'link' },
    ...{ rest: ofGroup('/next/break'), 'leave-us-be': 'link' },
    ...{ 'i-will-ring': 'link', 'not-just-now': 'link' },
  },
  alert_unanswered: { look: alerts, 'leave-it': 'nothing' },
  alert_opened: { look: alerts, acknowledge: alerts },
  help_asked: { look, sorted: ofGroup('#tell') },
  merge_asked: { look: ofGroup('#merges'), 'call-us': 'link', 'not-for-us': ofGroup('#merges') },
  merge_answered: { look, 'nothing-more': 'nothing' },
  are_you_ready: { back: ofGroup('/next/again'), longer: look, goodbye: ofGroup('/next/goodbye') },
  role_thanks: { 'by-hand': 'nothing', 'nothing-more': 'nothing' },
  role_offered: { yes: 'link', 'no-thanks': 'link' },
  volunteer_asked: { yes: 'link', 'no-thanks': 'link' },
  without_volunteer: { look: programme, 'leave-it': 'nothing' },
  contact_wanted: {
    ...{ 'ask-somebody': look, 'a-hand-please': ofGroup('#tell'), rest: ofGroup('/next/break') },
    ...{ look, 'leave-it': 'nothing' },
  },
  contact_wanted_lead: { look, 'leave-it': 'nothing' },
  contact_wanted_admin: { look, later: 'nothing' },
  hand_round_roles: { 'ask-somebody': look, 'a-hand-please': 'link', 'as-it-is': 'link' },
  ideas_pack: {
    ...{ 'try-one': 'nothing', 'nothing-more': 'nothing' },
    ...{ 'meet-another-group': 'link', 'ask-a-volunteer': 'link' },
  },
  winter_note: { 'carry-on': 'nothing', 'by-phone-or-video': 'nothing', rest: ofGroup('/next/break') },
  ptv_update: { look: tasks, 'not-this-week': 'nothing' },
  admin_digest: {
    look: { page: () => '/groups' },
    'see-messages': { page: () => '/messages' },
    later: 'nothing',
  },
} as const satisfies { readonly [K in Exclude<NudgeKey, ForMembers>]: Ways };

/** Where a choice is made after signing in; undefined for one that is made by link, or needs no page. */
export function pageOf(key: string, choice: string, about: About): string | undefined {
  const ways: { readonly [key: string]: Ways | undefined } = choiceWays;
  const way = ways[key]?.[choice];
  return typeof way === 'object' ? way.page(about) : undefined;
}
