import { describe, expect, test } from '@jest/globals';
import { checkEvidence } from './check-evidence.js';
import type { Evidence } from './facts.js';
import { notYet, notYetProblems, withoutNotYet } from './not-yet.js';
import { shippedTask } from './templates/shipped.js';

const asksOf = (key: string) => shippedTask(key)?.asks ?? [];

describe('an answer that says the opposite of a tick', () => {
  test.each<readonly [key: string, answers: NonNullable<Evidence['answers']>, names: string[]]>([
    ['consent_contacts', { 'all-asked': false }, ['all-asked']],
    ['consent_joint', { 'all-asked': false }, ['all-asked']],
    ['needs_check', { 'all-asked': false }, ['all-asked']],
    ['roles_agreed', { 'contact-people': 1 }, ['contact-people']],
    ['host_agrees', { 'host-said-yes': false, places: 0 }, ['host-said-yes', 'places']],
    ['greeters_named', { greeters: 1 }, ['greeters']],
    ['venue_option', { 'step-free': false, 'hearing-loop': false }, ['step-free']],
    ['online_room', { 'waiting-room-on': false, 'recording-off': true }, ['waiting-room-on']],
    ['room_kit', { microphone: false, screen: true }, ['microphone']],
    ['online_host', { 'two-different-hosts': false }, ['two-different-hosts']],
  ])('holds %s back: %j', (key, answers, names) => {
    expect(notYet(asksOf(key), { answers })).toEqual(names);
    expect(checkEvidence(asksOf(key), { answers }, '2026-11-24')).toEqual([]);
  });

  test.each<readonly [key: string, evidence: Evidence]>([
    ['consent_contacts', { answers: { 'all-asked': true } }],
    ['roles_agreed', { answers: { 'contact-people': 2 } }],
    ['interest_poll', { answers: { yes: 0, maybe: 0, no: 9, 'other-kind': 0 } }],
    ['ptv_visit', { answers: { visit: 'missed-with-substitute' } }],
    ['ptv_call_1', { answers: { outcome: 'leave-us-be' } }],
    ['missed_invite', { answers: { message: 'declined' } }],
    ['working_agreement', { answers: { agreement: 'later' } }],
    ['choose_route', { answers: { route: 'none' } }],
    ['ask_once_more', { answers: { answer: 'still-no' } }],
    ['first_date_fixed', {}],
  ])('is none of those that end %s well: %j', (key, evidence) => {
    expect(notYet(asksOf(key), evidence)).toEqual([]);
  });

  test('is told with its place and what it takes, also when it came as the one count', () => {
    const message = '“contact-people” takes at least 2. Tick it when there are.';
    const said = notYetProblems(asksOf('roles_agreed'), { answers: { 'contact-people': 0 } });
    expect(said).toEqual([{ path: 'answers.contact-people', message }]);
    expect(notYetProblems(asksOf('roles_agreed'), { count: 1 })).toEqual([{ path: 'count', message }]);
  });

  test('is over with a bare tick, and every other answer stays', () => {
    const sofar = { answers: { 'step-free': false, toilet: true, 'hearing-loop': false } };
    expect(withoutNotYet(asksOf('venue_option'), sofar)).toEqual({
      answers: { toilet: true, 'hearing-loop': false },
    });
    expect(withoutNotYet(asksOf('roles_agreed'), { on: '2026-11-24', count: 0 })).toEqual({
      on: '2026-11-24',
    });
    expect(withoutNotYet(asksOf('roles_agreed'), null)).toBeNull();
  });
});
