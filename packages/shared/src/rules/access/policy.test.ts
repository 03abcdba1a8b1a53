import { describe, expect, test } from '@jest/globals';
import { actions, demoOnlyActions, roles } from './actions.js';
import type { Action, Role } from './actions.js';
import {
  detailsFor,
  may,
  mayEver,
  mustGiveReason,
  openToSignedIn,
  policy,
  reachOf,
  relationsFor,
} from './policy.js';
import type { Subject } from './policy.js';

/**
 * Written by hand from the access table of the design, not from the code: change both on purpose or neither.
 * `?` when asked, `<` before sign-off, `^` while the group starts, `!` with a reason, `:` how much the answer may hold, `-` refused.
 */
const MATRIX = `
action             | volunteer      | contact       | clinician   | lead | site-admin  | network-admin
see-session        | -              | -             | -           | -    | -           | -
see-sites          | site           | site          | site        | site | site        | net
see-overview       | -              | -             | site        | site | site        | net:aggregate
see-network        | -              | -             | -           | -    | site        | net:aggregate
see-programmes     | own            | own:part      | site        | site | site        | -
see-programme      | own            | own:part      | site        | site | site        | -
write-programme    | -              | -             | site        | -    | site        | -
finish-programme   | -              | -             | site        | -    | site        | -
name-ptv           | -              | -             | -           | site | site        | -
name-clinician     | -              | -             | -           | -    | site        | -
take-programme     | -              | -             | site        | -    | -           | -
see-handovers      | own            | own:part      | site        | site | site        | -
see-handover       | own            | own:part      | site        | site | site        | -
tick-task          | own            | own           | site        | site | site        | -
sign-off-handover  | -              | -             | own         | -    | -           | -
accept-handover    | own            | own           | -           | -    | -           | -
choose-route       | own            | -             | site        | -    | site        | -
record-interest    | own            | -             | site        | -    | -           | -
see-forecast       | own            | -             | site        | site | site        | -
see-templates      | -              | -             | site        | site | site        | -
write-templates    | -              | -             | -           | -    | site        | -
move-template      | -              | -             | own         | -    | site        | -
see-handover-policy | -              | -             | site        | site | site        | -
set-handover-policy | -              | -             | -           | -    | site        | -
see-handover-figures | -              | -             | -           | site | site        | net:aggregate
reassign-tasks     | -              | -             | -           | site | site        | -
skip-stage         | -              | -             | -           | site | site        | -
see-documents      | site           | site          | site        | site | site        | -
write-documents    | -              | -             | -           | -    | site        | -
give-document      | own            | -             | site        | -    | -           | -
ask-volunteer      | -              | -             | -           | site | site        | -
answer-request     | own            | -             | -           | -    | -           | -
write-volunteer    | -              | -             | -           | site | site        | -
take-break         | own            | -             | -           | -    | -           | -
see-participants   | -              | -             | own<        | -    | -           | -
see-volunteers     | -              | -             | -           | site | site        | -
see-groups         | own            | own           | site        | site | site        | net:aggregate
see-group          | own            | own           | site        | site | site        | net:aggregate
see-group-health   | own            | own           | site        | site | site        | net:aggregate
form-group         | own            | -             | site        | -    | site        | -
start-group        | own^           | -             | own<        | -    | -           | -
write-group        | -              | own           | -           | -    | site        | -
write-roles        | -              | own           | -           | -    | site!       | -
switch-messages    | -              | own           | -           | -    | -           | -
rest-group         | -              | own           | -           | -    | site!       | -
close-group        | -              | own           | -           | -    | site!       | -
merge-groups       | -              | own           | -           | -    | site!       | -
restart-group      | -              | own           | -           | -    | site!       | -
offer-role         | -              | own           | -           | -    | site!       | -
answer-role        | own            | own           | -           | -    | -           | -
step-down          | own            | own           | -           | -    | -           | -
see-successions    | own            | own           | -           | site | site        | -
see-reports        | own            | own           | site        | site | site        | net:aggregate
report-of-group    | own            | own           | -           | site | -           | -
see-meetings       | own            | own           | site        | site | site        | net:aggregate
plan-meeting       | own?           | own           | -           | -    | site        | -
record-register    | own?           | own           | -           | -    | site        | -
correct-register   | own?           | own           | -           | -    | site!       | -
see-marks          | -              | own           | -           | -    | -           | -
see-members        | -              | own:consented | -           | -    | -           | -
see-contacts       | own            | own           | -           | -    | -           | -
write-members      | -              | own           | -           | -    | -           | -
write-preferences  | own            | own           | -           | -    | -           | -
see-alerts         | own            | -             | site        | site | site        | net
acknowledge-alert  | own            | -             | site        | site | site        | -
resolve-alert      | own            | -             | site        | site | site        | -
see-alert-policy     | -              | -             | site        | site | site        | net
set-alert-policy     | -              | -             | -           | -    | site        | -
see-alert-feedback   | -              | -             | site        | site | site        | -
see-nudges         | own            | own           | site:counts | site | site:masked | net:aggregate
see-deliveries     | own            | own           | site:counts | site | site:masked | net:aggregate
settle-deliveries    | -              | -             | -           | -    | site        | -
see-message-previews | -              | -             | site        | site | site        | -
see-nudge-trials     | -              | -             | site        | site | site        | -
set-nudge-trials     | -              | -             | -           | -    | site        | -
own-wishes           | -              | -             | -           | -    | -           | -
own-calendar         | -              | -             | -           | -    | -           | -
share-calendar       | -              | own           | -           | -    | -           | -
write-contact-points | -              | own           | -           | -    | -           | -
see-events         | -              | -             | -           | -    | site        | net:aggregate
mend-dead-events   | -              | -             | -           | -    | site        | net
import-registers   | -              | -             | -           | -    | site        | net
see-policy         | -              | -             | site        | site | site        | net
set-policy         | -              | -             | -           | -    | site        | net:aggregate
see-live           | own            | own           | site        | site | site        | net
use-demo-clock     | -              | -             | -           | -    | -           | -
see-outbox         | -              | -             | -           | -    | -           | -
`;

const [heading = [], ...lines] = MATRIX.trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));
const columns = heading.slice(1) as Role[];
const cells = lines.flatMap(([action = '', ...row]) =>
  row.map((cell, i) => ({ action: action as Action, role: columns[i] as Role, cell })),
);

const asWritten = (role: Role, action: Action): string => {
  const grant = policy[action][role];
  if (!grant) return '-';
  const when = { asked: '?', 'before-sign-off': '<', starting: '^', always: '' }[grant.when ?? 'always'];
  return `${grant.reach}${when}${grant.needsReason ? '!' : ''}${grant.detail ? `:${grant.detail}` : ''}`;
};

const HERE = 'site-a';
const ELSEWHERE = 'site-b';
const subject = (over: Partial<Subject> = {}): Subject => ({ siteId: HERE, own: false, ...over });
const as = (role: Role, action: Action, over: Partial<Subject> = {}) =>
  may({ roles: [{ role, siteId: HERE }], action, subject: subject(over) });

describe('the access matrix', () => {
  test('names every action and every role, in order', () => {
    expect(lines.map(([action]) => action)).toEqual([...actions]);
    expect(columns).toEqual([...roles]);
  });

  test.each(cells)('$role, $action: $cell', ({ role, action, cell }) => {
    expect(asWritten(role, action)).toBe(cell);
  });

  test.each(cells.filter(({ action }) => !openToSignedIn.has(action)))(
    '$role, $action: reach $cell is what the decision does',
    ({ role, action, cell }) => {
      const reach = cell.replace(/[^a-z].*/, '');
      const good = { asked: true, signedOff: false, starting: true };
      expect(as(role, action, { ...good, own: true })).toBe(cell !== '-');
      expect(as(role, action, { ...good })).toBe(reach === 'site' || reach === 'net');
      expect(as(role, action, { ...good, own: true, siteId: ELSEWHERE })).toBe(reach === 'net');
      expect(mayEver([role], action)).toBe(cell !== '-');
      expect(reachOf(role, action)).toBe(cell === '-' ? 'none' : reach);
    },
  );
});

describe('who may', () => {
  test('nobody without a role may do anything but see their own sign-in and use the demo', () => {
    const open = actions.filter((action) => mayEver([], action));
    expect(open).toEqual(['see-session', 'own-wishes', 'own-calendar', ...demoOnlyActions]);
    expect(actions.filter((action) => may({ roles: [], action, subject: subject({ own: true }) }))).toEqual(
      open,
    );
  });

  test.each([
    { when: 'before sign-off', signedOff: false, sees: true },
    { when: 'after sign-off', signedOff: true, sees: false },
    { when: 'when nobody said whether it is signed off', signedOff: undefined, sees: false },
  ])('a clinician sees the participants of her own programme $when: $sees', ({ signedOff, sees }) => {
    expect(as('clinician', 'see-participants', { own: true, signedOff })).toBe(sees);
    expect(as('clinician', 'see-participants', { own: false, signedOff })).toBe(false);
  });

  test('a volunteer records for only a group that asked', () => {
    for (const action of ['record-register', 'correct-register'] as const) {
      expect(as('volunteer', action, { own: true, asked: true })).toBe(true);
      expect(as('volunteer', action, { own: true })).toBe(false);
    }
  });

  test("only the group's own contact ever sees who came", () => {
    expect(roles.filter((role) => mayEver([role], 'see-marks'))).toEqual(['contact']);
  });

  test('a right held as contact person does not come with being the clinician of the same group', () => {
    const both = [
      { role: 'clinician', siteId: HERE },
      { role: 'contact', siteId: HERE },
    ] as const;
    const marks = (ownAs: Role[]) =>
      may({ roles: both, action: 'see-marks', subject: subject({ own: true, ownAs }) });
    expect(marks(['clinician'])).toBe(false);
    expect(marks(['clinician', 'contact'])).toBe(true);
  });

  test('a role at one site is worth nothing at another', () => {
    expect(as('site-admin', 'see-groups')).toBe(true);
    expect(as('site-admin', 'see-groups', { siteId: ELSEWHERE })).toBe(false);
  });

  test('a network administrator reaches every site, through disclosure control', () => {
    const question = {
      roles: [{ role: 'network-admin', siteId: null }],
      action: 'see-group',
      subject: subject({ siteId: ELSEWHERE }),
    } as const;
    expect(may(question)).toBe(true);
    expect(detailsFor(question)).toEqual(['aggregate']);
  });

  test("a site administrator must say why when stepping into a group's affairs, its contact need not", () => {
    const rest = (role: Role) =>
      mustGiveReason({
        roles: [{ role, siteId: HERE }],
        action: 'rest-group',
        subject: subject({ own: true }),
      });
    expect(rest('site-admin')).toBe(true);
    expect(rest('contact')).toBe(false);
    expect(rest('clinician')).toBe(false);
  });

  test('a right over the site is also one over what is your own', () => {
    expect(relationsFor('clinician', 'see-groups')).toEqual(['own', 'site']);
    expect(relationsFor('network-admin', 'see-events')).toEqual(['own', 'site', 'net']);
    expect(relationsFor('volunteer', 'see-groups')).toEqual(['own']);
    expect(relationsFor('contact', 'see-alerts')).toEqual([]);
  });
});
