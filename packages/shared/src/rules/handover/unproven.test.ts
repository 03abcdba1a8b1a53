import { describe, expect, test } from '@jest/globals';
import type { Evidence } from './facts.js';
import { templateOf } from './templates/of-route.js';
import type { HandoverFacts } from './unproven.js';
import { unproven } from './unproven.js';

const nothing: HandoverFacts = {
  ...{ route: 'new', isRouteChosen: false, hasVolunteer: false },
  ...{ hasCounts: false, hasMeeting: false, contactPeople: 0 },
};
const ticked = (key: string, evidence: Evidence | null = null) => ({
  ...{ key, blocking: true, evidence },
  state: 'done' as const,
});

describe('a tick of which nothing else is known', () => {
  test('is told of each task that a fact or an answer could have shown, and of no other', () => {
    const tasks = templateOf('new').map((task) => ({ ...task, state: 'done' as const, evidence: null }));
    expect(unproven(tasks, nothing)).toEqual([
      ...['assign_ptv', 'needs_check', 'interest_poll', 'choose_route'],
      ...['consent_contacts', 'roles_agreed', 'first_date_fixed'],
    ]);
  });

  test.each<readonly [key: string, facts: Partial<HandoverFacts>]>([
    ['assign_ptv', { hasVolunteer: true }],
    ['interest_poll', { hasCounts: true }],
    ['choose_route', { isRouteChosen: true }],
    ['roles_agreed', { contactPeople: 2 }],
    ['first_date_fixed', { hasMeeting: true }],
  ])('is none for %s with %j', (key, facts) => {
    expect(unproven([ticked(key)], nothing)).toEqual([key]);
    expect(unproven([ticked(key)], { ...nothing, ...facts })).toEqual([]);
  });

  test.each<readonly [key: string, evidence: Evidence]>([
    ['consent_contacts', { answers: { 'all-asked': true } }],
    ['roles_agreed', { answers: { 'contact-people': 2 } }],
    ['interest_poll', { answers: { yes: 4 } }],
    ['choose_route', { choice: 'new' }],
  ])('is none for %s with %j', (key, evidence) => {
    expect(unproven([ticked(key, evidence)], nothing)).toEqual([]);
  });

  test('is still one with a single contact person', () => {
    expect(unproven([ticked('roles_agreed')], { ...nothing, contactPeople: 1 })).toEqual(['roles_agreed']);
  });

  test('is none where a reason was given, where nothing waits for it, or where another group’s people are shown', () => {
    const own = [{ ...ticked('consent_contacts'), state: 'not-applicable' as const }];
    const free = [{ ...ticked('roles_agreed'), blocking: false }];
    expect([unproven(own, nothing), unproven(free, nothing)]).toEqual([[], []]);
    const shown = [ticked('roles_agreed'), ticked('first_date_fixed')];
    expect(unproven(shown, { ...nothing, route: 'join' })).toEqual([]);
  });
});
