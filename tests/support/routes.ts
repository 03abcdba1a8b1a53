import { randomUUID } from 'node:crypto';
import type { Action, Role } from '@followon/shared/rules/access/actions';
import { fitted } from '@followon/shared/rules/health/fitted';
import type { SiteRecords } from './a-whole-site.js';

/** What a route is asked about: a record of the site, the site itself, or nothing in particular. */
export type About = Exclude<keyof SiteRecords, 'tasks'> | 'task' | 'nothing';

export interface Ids extends Readonly<Record<Exclude<About, 'nothing'>, string>> {
  /** Whoever asks. */
  readonly account: string;
}

export interface Route {
  /** One of them is enough; none: the route is open. */
  readonly actions: readonly Action[];
  readonly about: About;
  /** Path parameters by name; `id` is the record it is about unless given. */
  readonly params?: (ids: Ids) => Readonly<Record<string, string>>;
  /** The query of the request, with its question mark. */
  readonly query?: (ids: Ids) => string;
  /** Whose own it is at the place that is their own; everybody's to whom something is own, unless given. */
  readonly ownOf?: readonly Role[];
  /** A body that passes its schema, so that what answers is the decision and not the parser. */
  readonly body?: (ids: Ids) => object;
}

const nothing = () => ({});
const shippedMarks = fitted.thresholds;
const record = (about: About, action: Action, rest: Partial<Omit<Route, 'about'>> = {}): Route => ({
  actions: [action],
  about,
  ...rest,
});
const list = (action: Action): Route => ({ actions: [action], about: 'nothing' });

/** Every route of the API and the action it is for: written by hand, so that a change of either side is seen. */
export const routes: Readonly<Record<string, Route>> = {
  'GET /api/session': list('see-session'),
  'GET /api/live': list('see-live'),
  'GET /api/demo/clock': list('use-demo-clock'),
  'POST /api/demo/clock': { actions: ['use-demo-clock'], about: 'nothing', body: nothing },
  'GET /api/demo/outbox': list('see-outbox'),

  'GET /api/network': list('see-network'),
  'GET /api/sites': list('see-sites'),
  'GET /api/sites/{id}/overview': record('site', 'see-overview'),

  'GET /api/programmes': list('see-programmes'),
  'POST /api/programmes': record('site', 'write-programme', {
    body: ({ site }) => ({ siteId: site, name: 'New', type: 'PMP', lastSessionOn: '2026-10-20' }),
  }),
  'GET /api/programmes/{id}': record('programme', 'see-programme'),
  'PATCH /api/programmes/{id}': record('programme', 'write-programme', { body: () => ({ name: 'Renamed' }) }),
  'POST /api/programmes/{id}/finish': record('programme', 'finish-programme', {
    body: () => ({ finishedOn: '2099-01-01' }),
  }),
  'POST /api/programmes/{id}/wish-link': record('programme', 'record-interest', { body: nothing }),
  'GET /api/clinicians': list('name-clinician'),
  'GET /api/programmes/{id}/participants': record('programme', 'see-participants'),

  'GET /api/programmes/{id}/interest': record('programme', 'see-forecast'),
  'PUT /api/programmes/{id}/interest': record('programme', 'record-interest', {
    body: () => ({ yes: 4, maybe: 1, no: 2, otherKind: 0 }),
  }),
  'POST /api/programmes/{id}/wishes': record('programme', 'record-interest', {
    body: () => ({ interest: 'yes' }),
  }),
  'GET /api/programmes/{id}/forecast': record('programme', 'see-forecast'),
  'POST /api/handovers/{id}/route': record('handover', 'choose-route', { body: () => ({ route: 'online' }) }),

  'GET /api/handovers': list('see-handovers'),
  'GET /api/handovers/{id}': record('handover', 'see-handover'),
  'POST /api/handovers/{id}/sign-off': record('handover', 'sign-off-handover', { body: nothing }),
  'POST /api/handovers/{id}/accept': record('handover', 'accept-handover', { body: nothing }),
  'GET /api/handover-tasks': list('see-handovers'),
  'PATCH /api/handover-tasks/{id}': record('task', 'tick-task', { body: () => ({ state: 'done' }) }),
  'POST /api/handover-tasks/{id}/later': record('task', 'tick-task', { body: () => ({ days: 1 }) }),
  'POST /api/handover-tasks/{id}/pass-on': record('task', 'tick-task', { body: nothing }),
  'PUT /api/handover-tasks/{id}/draft': record('task', 'tick-task', { body: nothing }),
  'POST /api/handover-tasks/{id}/stages/{stage}/skip': record('task', 'skip-stage', {
    params: ({ task }) => ({ id: task, stage: 'lead' }),
    body: () => ({ reason: 'spoken-to' }),
  }),
  'GET /api/volunteers': list('see-volunteers'),
  'PATCH /api/volunteers/{id}': record('volunteer', 'write-volunteer', { body: () => ({ caseloadCap: 4 }) }),
  'GET /api/programmes/{id}/volunteers': record('programme', 'ask-volunteer'),
  'POST /api/programmes/{id}/volunteers': record('programme', 'ask-volunteer', {
    body: ({ account }) => ({ accountId: account, part: 'deputy' }),
  }),
  'GET /api/volunteer-requests': { actions: ['answer-request', 'ask-volunteer'], about: 'nothing' },
  'POST /api/volunteer-requests/{id}/answer': record('request', 'answer-request', {
    body: () => ({ answer: 'decline' }),
  }),
  'POST /api/volunteer-requests/{id}/withdraw': record('request', 'ask-volunteer', { body: nothing }),
  'GET /api/volunteer-breaks': list('take-break'),
  'GET /api/volunteer-breaks/cover': {
    ...list('take-break'),
    query: ({ site }) => `?site=${site}&weeks=2`,
  },
  'POST /api/volunteer-breaks': { ...list('take-break'), body: ({ site }) => ({ siteId: site, weeks: 2 }) },
  'DELETE /api/volunteer-breaks/{id}': record('break', 'take-break'),
  'GET /api/handover-figures': list('see-handover-figures'),
  'POST /api/handover-tasks/reassign': record('task', 'reassign-tasks', {
    body: ({ task, account }) => ({ taskIds: [task], toAccountId: account }),
  }),

  'GET /api/groups': list('see-groups'),
  'POST /api/groups': record('site', 'form-group', {
    body: ({ site }) => ({ siteId: site, name: `New ${randomUUID()}`, cadence: 'weekly' }),
  }),
  'GET /api/groups/{id}': record('group', 'see-group'),
  'PATCH /api/groups/{id}': record('group', 'write-group', { body: () => ({ cadence: 'monthly' }) }),
  'GET /api/groups/{id}/health': record('group', 'see-group-health'),
  'POST /api/groups/{id}/rest': record('group', 'rest-group', { body: nothing }),
  'POST /api/groups/{id}/resume': record('group', 'rest-group', { body: nothing }),
  'POST /api/groups/{id}/close': record('group', 'close-group', { body: () => ({ how: 'closed-well' }) }),
  'PUT /api/groups/{id}/rest': record('group', 'rest-group', { body: () => ({ until: null }) }),
  'POST /api/groups/{id}/keep-going': record('group', 'close-group', { body: nothing }),
  'POST /api/groups/{id}/restart': record('group', 'restart-group', { body: nothing }),
  'GET /api/groups/{id}/merges': record('group', 'merge-groups'),
  'GET /api/groups/{id}/merge-choices': record('group', 'merge-groups'),
  'GET /api/groups/{id}/lineage': record('group', 'see-group'),
  'POST /api/groups/{id}/merge': record('group', 'merge-groups', {
    body: ({ group }) => ({ intoGroupId: group }),
  }),
  'POST /api/group-merges/{id}/answer': record('merge', 'merge-groups', {
    ownOf: [],
    body: () => ({ answer: 'decline' }),
  }),
  'POST /api/group-merges/{id}/withdraw': record('merge', 'merge-groups', { body: nothing }),
  'POST /api/group-merges/{id}/undo': record('merge', 'merge-groups', { ownOf: [], body: nothing }),
  'GET /api/groups/{id}/reports': record('group', 'see-reports'),
  'POST /api/groups/{id}/reports': record('group', 'report-of-group', { body: () => ({ kind: 'conflict' }) }),
  'POST /api/groups/{id}/reports/{reportId}/settle': record('group', 'report-of-group', {
    params: ({ group, report }) => ({ id: group, reportId: report }),
    body: nothing,
  }),
  'POST /api/groups/{id}/kindness': record('group', 'write-group', { body: nothing }),
  'GET /api/groups/{id}/members': record('group', 'see-members'),
  'POST /api/groups/{id}/members': record('group', 'write-members', {
    actions: ['write-members', 'start-group'],
    body: () => ({ displayName: 'Alex' }),
  }),
  'PUT /api/groups/{id}/members/{memberId}/preferences': {
    ...record('group', 'write-preferences', {
      params: ({ group, member }) => ({ id: group, memberId: member }),
      body: () => ({ wantsMessages: true }),
    }),
    // A volunteer's own is the member who they are, and here they are none.
    ownOf: ['contact'],
  },
  'GET /api/groups/{id}/members/{memberId}/wishes': record('group', 'write-contact-points', {
    params: ({ group, member }) => ({ id: group, memberId: member }),
  }),
  'PUT /api/groups/{id}/members/{memberId}/wishes': record('group', 'write-contact-points', {
    params: ({ group, member }) => ({ id: group, memberId: member }),
    body: () => ({ badDay: true }),
  }),
  'GET /api/groups/{id}/roles': record('group', 'see-group'),
  'POST /api/groups/{id}/roles': record('group', 'write-roles', {
    actions: ['write-roles', 'start-group'],
    body: ({ account }) => ({ kind: 'contact', accountId: account }),
  }),
  'GET /api/groups/{id}/role-offers': record('group', 'see-group'),
  'POST /api/groups/{id}/role-offers': record('group', 'offer-role', {
    body: ({ account }) => ({ kind: 'contact', accountId: account }),
  }),
  'GET /api/role-offers': list('answer-role'),
  // It was offered to a member who does not sign in, and so does the role that is given back belong to one.
  'POST /api/role-offers/{id}/answer': record('offer', 'answer-role', {
    ownOf: [],
    body: () => ({ answer: 'decline' }),
  }),
  'POST /api/role-offers/{id}/withdraw': record('offer', 'offer-role', { body: nothing }),
  'POST /api/groups/{id}/roles/{roleId}/step-down': record('group', 'step-down', {
    ownOf: [],
    params: ({ group, role }) => ({ id: group, roleId: role }),
    body: nothing,
  }),
  'DELETE /api/groups/{id}/roles/{roleId}/step-down': record('group', 'step-down', {
    ownOf: [],
    params: ({ group, role }) => ({ id: group, roleId: role }),
  }),
  'GET /api/successions': list('see-successions'),
  'DELETE /api/groups/{id}/roles/{roleId}': record('group', 'write-roles', {
    params: ({ group, role }) => ({ id: group, roleId: role }),
  }),
  // Last, because who leaves gives up every role.
  'DELETE /api/groups/{id}/members/{memberId}': record('group', 'write-members', {
    params: ({ group, member }) => ({ id: group, memberId: member }),
  }),

  'GET /api/groups/{id}/meetings': record('group', 'see-meetings'),
  'POST /api/groups/{id}/meetings': record('group', 'plan-meeting', {
    actions: ['plan-meeting', 'start-group'],
    body: () => ({ date: '2026-12-07' }),
  }),
  'GET /api/meetings/{id}/calendar.ics': record('meeting', 'see-meetings'),
  'GET /api/calendar-links': list('own-calendar'),
  'POST /api/calendar-links': { ...list('own-calendar'), body: nothing },
  'DELETE /api/calendar-links': list('own-calendar'),
  'GET /api/groups/{id}/calendar-links': record('group', 'share-calendar'),
  'POST /api/groups/{id}/calendar-links': record('group', 'share-calendar', { body: nothing }),
  'DELETE /api/groups/{id}/calendar-links': record('group', 'share-calendar'),
  'PUT /api/meetings/{id}/register': record('meeting', 'correct-register', {
    body: () => ({ state: 'held', headcount: 7 }),
  }),

  'GET /api/alerts': list('see-alerts'),
  'GET /api/alerts/{id}': record('alert', 'see-alerts'),
  'POST /api/alerts/{id}/acknowledge': record('alert', 'acknowledge-alert', { body: nothing }),
  'POST /api/alerts/{id}/snooze': record('alert', 'acknowledge-alert', {
    body: () => ({ until: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10) }),
  }),
  'POST /api/alerts/{id}/feedback': record('alert', 'resolve-alert', { body: () => ({ verdict: 'useful' }) }),
  'POST /api/alerts/{id}/resolve': record('alert', 'resolve-alert', { body: () => ({ outcome: 'called' }) }),
  'GET /api/nudges': list('see-nudges'),
  'GET /api/deliveries': list('see-deliveries'),
  'GET /api/deliveries/counts': list('see-deliveries'),
  'GET /api/deliveries/{id}': record('delivery', 'see-deliveries'),
  'GET /api/deliveries/{id}/letter': record('delivery', 'settle-deliveries', {
    query: () => '?reason=to-post',
  }),
  'POST /api/deliveries/{id}/settle': record('delivery', 'settle-deliveries', {
    body: () => ({ how: 'let-go' }),
  }),

  'GET /api/handover-templates': record('site', 'see-templates', { query: ({ site }) => `?site=${site}` }),
  'GET /api/handover-templates/{route}': record('site', 'see-templates', {
    params: () => ({ route: 'new' }),
    query: ({ site }) => `?site=${site}`,
  }),
  'POST /api/handover-templates/{route}/preview': record('site', 'see-templates', {
    params: () => ({ route: 'new' }),
    body: ({ site }) => ({ siteId: site, changes: {}, lastSessionOn: '2099-01-01' }),
  }),
  'PUT /api/handover-templates/{route}': record('site', 'write-templates', {
    params: () => ({ route: 'new' }),
    body: ({ site }) => ({ siteId: site, changes: {}, version: 0 }),
  }),
  'GET /api/handovers/{id}/template': record('handover', 'move-template'),
  'POST /api/handovers/{id}/template': record('handover', 'move-template', {
    body: () => ({ siteVersion: null, expected: 'new/base-1/shipped' }),
  }),

  'GET /api/policy': record('site', 'see-policy', { query: ({ site }) => `?site=${site}` }),
  'PUT /api/policy': record('site', 'set-policy', {
    body: ({ site }) => ({ siteId: site, thresholds: null }),
  }),
  'GET /api/alert-policy': record('site', 'see-alert-policy', { query: ({ site }) => `?site=${site}` }),
  'PUT /api/alert-policy': record('site', 'set-alert-policy', {
    body: ({ site }) => ({ siteId: site, terms: { groupFirstDays: 0, adminAfterDays: 5 } }),
  }),
  'GET /api/alert-feedback': record('site', 'see-alert-feedback', { query: ({ site }) => `?site=${site}` }),
  'GET /api/handover-policy': record('site', 'see-handover-policy', { query: ({ site }) => `?site=${site}` }),
  'PUT /api/handover-policy': record('site', 'set-handover-policy', {
    body: ({ site }) => ({
      siteId: site,
      terms: { leadAfterDays: 3, adminAfterDays: 7, minimumInterest: 4 },
    }),
  }),
  'GET /api/message-previews': record('site', 'see-message-previews', {
    query: ({ site }) => `?site=${site}`,
  }),
  'GET /api/message-previews/{key}': record('site', 'see-message-previews', {
    params: () => ({ key: 'how_was_it' }),
    query: ({ site }) => `?site=${site}&language=cy`,
  }),
  'GET /api/message-previews/{key}/mail': record('site', 'see-message-previews', {
    params: () => ({ key: 'how_was_it' }),
    query: ({ site }) => `?site=${site}`,
  }),
  'GET /api/nudge-trials': record('site', 'see-nudge-trials', { query: ({ site }) => `?site=${site}` }),
  'POST /api/nudge-trials': record('site', 'set-nudge-trials', {
    body: ({ site }) => ({
      ...{ siteId: site, key: 'did_you_meet' },
      ...{ withheldShare: 0.5, smallestEffect: 0.2, mostWeeks: 26 },
    }),
  }),
  'POST /api/nudge-trials/{id}/stop': record('trial', 'set-nudge-trials', { body: nothing }),
  'POST /api/nudge-trials/{id}/switch-on': record('trial', 'set-nudge-trials', {
    body: () => ({ reason: 'groups-asked' }),
  }),
  'POST /api/policy/replay': record('site', 'set-policy', {
    body: ({ site }) => ({ siteId: site, thresholds: shippedMarks, months: 1 }),
  }),

  'GET /api/documents': record('site', 'see-documents', { query: ({ site }) => `?site=${site}` }),
  'GET /api/documents/{key}': record('site', 'see-documents', {
    params: () => ({ key: 'support-plan' }),
    query: ({ site }) => `?site=${site}`,
  }),
  'POST /api/documents/{key}/preview': record('site', 'write-documents', {
    params: () => ({ key: 'support-plan' }),
    body: ({ site }) => ({ siteId: site, body: 'Our group keeps in touch by phone.' }),
  }),
  'PUT /api/documents/{key}': record('site', 'write-documents', {
    params: () => ({ key: 'support-plan' }),
    body: ({ site }) => ({ siteId: site, title: 'Our plan', body: 'Our group keeps in touch by phone.' }),
  }),
  'GET /api/programmes/{id}/documents': record('programme', 'see-handover'),
  'POST /api/programmes/{id}/documents': record('programme', 'give-document', {
    body: () => ({ key: 'leaflet-people', format: 'print' }),
  }),

  'GET /api/wishes': list('own-wishes'),
  'PUT /api/wishes': { actions: ['own-wishes'], about: 'nothing', body: nothing },
  'GET /api/wishes/needs': record('site', 'settle-deliveries', { query: ({ site }) => `?site=${site}` }),

  'GET /api/events': { actions: ['see-events'], about: 'nothing' },
  'GET /api/events/{id}/trace': record('event', 'see-events'),
  'GET /api/dead-events': list('mend-dead-events'),
  'POST /api/dead-events/{id}/retry': record('dead-event', 'mend-dead-events', { body: nothing }),
  'POST /api/dead-events/{id}/skip': record('dead-event', 'mend-dead-events', {
    body: () => ({ reason: 'duplicate' }),
  }),
};

/** Open to people who are not signed in; the document lists them, the matrix leaves them out. */
export const publicRoutes: readonly string[] = [
  'POST /api/session',
  'DELETE /api/session',
  'POST /api/links/open',
  'POST /api/links/act',
  'POST /api/unsubscribe/{token}',
  'GET /api/unsubscribe/{token}',
  'POST /api/webhooks/notify/receipt',
  'POST /api/webhooks/notify/reply',
  'POST /api/webhooks/messages',
  'GET /api/calendar/{token}.ics',
];

/** Tried with files of their own in the tests of the import. */
export const importRoutes: readonly string[] = ['POST /api/imports/registers', 'GET /api/imports/{id}'];
