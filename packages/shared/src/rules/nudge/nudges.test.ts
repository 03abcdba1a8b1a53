import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/civil-date.js';
import { isQuietTime, nextSendTime } from '../calendar/london.js';
import { idempotencyKey, momentsOf } from './moments.js';
import { messageKeys, nudgeOf, nudges } from './nudges.js';
import type { NudgeKey } from './nudges.js';

/** Who gets each message, and how many days from the day it is about. Written by hand from the product's catalogue. */
const WHO_AND_WHEN: Record<NudgeKey, string> = {
  task_digest: 'staff, volunteer, role-holder: -3 0 3',
  how_was_it: 'role-holder: 1',
  register_missing: 'role-holder: 3',
  did_you_meet: 'role-holder: 3',
  would_a_hand_help: 'role-holder, volunteer: 0',
  first_meeting_soon: 'member, role-holder: -5 -2',
  alert_opened: 'staff: 0',
  alert_unanswered: 'staff: 0',
  help_asked: 'staff: 0',
  merge_asked: 'role-holder: 0',
  merge_answered: 'role-holder: 0',
  are_you_ready: 'role-holder: 0 14',
  role_thanks: 'role-holder: 0',
  role_offered: 'role-holder, volunteer: 0',
  volunteer_asked: 'volunteer: 0',
  without_volunteer: 'staff: 0',
  contact_wanted: 'role-holder, volunteer: 1',
  contact_wanted_lead: 'staff: 0',
  contact_wanted_admin: 'staff: 0',
  meeting_reminder: 'member: -2',
  missed_you_soft: 'member: 7',
  hand_round_roles: 'role-holder: 0',
  ideas_pack: 'role-holder: 0',
  winter_note: 'role-holder: 0',
  flare_kindness: 'member, role-holder: 0',
  ptv_update: 'volunteer: 0',
  admin_digest: 'staff: 0',
};

describe('the nudges', () => {
  test.each(nudges.map((nudge) => ({ nudge, key: nudge.key })))(
    '$key reaches whom it should',
    ({ nudge, key }) => {
      const who = [nudge.audience, ...('alsoFor' in nudge ? nudge.alsoFor : [])].join(', ');
      expect(`${who}: ${nudge.offsetDays.join(' ')}`).toBe(WHO_AND_WHEN[key]);
    },
  );

  test('nothing reaches a member who did not ask for it', () => {
    const forMembers = nudges.filter(({ audience }) => (audience as string) === 'member');
    expect(forMembers.map(({ key, needsOptIn }) => ({ key, needsOptIn }))).toEqual([
      { key: 'first_meeting_soon', needsOptIn: true },
      { key: 'meeting_reminder', needsOptIn: true },
      { key: 'missed_you_soft', needsOptIn: true },
      { key: 'flare_kindness', needsOptIn: true },
    ]);
  });

  test('hold no words, only the keys of words', () => {
    expect(messageKeys({ key: 'how_was_it', choices: ['record-headcount', 'stop'] })).toEqual({
      subject: 'nudge.how_was_it.subject',
      body: 'nudge.how_was_it.body',
      choices: ['nudge.how_was_it.choice.record-headcount', 'nudge.how_was_it.choice.stop'],
    });
  });

  test('an old key is simply not known', () => {
    expect(nudgeOf('task_digest')?.purpose).toBe('handover-task');
    expect(nudgeOf('task_due')).toBeUndefined();
  });
});

describe('the moments of a nudge', () => {
  test('are mornings in London, with their use-by', () => {
    // The first meeting is on Thursday 2 April 2026; the clocks go forward on 29 March.
    const firstMeetingSoon = nudgeOf('first_meeting_soon');
    expect(firstMeetingSoon && momentsOf(firstMeetingSoon, '2026-04-02')).toEqual([
      {
        offsetDays: -5,
        on: '2026-03-28',
        from: new Date('2026-03-28T08:00:00Z'),
        useBy: new Date('2026-03-30T17:00:00Z'),
      },
      {
        offsetDays: -2,
        on: '2026-03-31',
        from: new Date('2026-03-31T07:00:00Z'),
        useBy: new Date('2026-04-02T17:00:00Z'),
      },
    ]);
  });

  test('no weekend eats a message', () => {
    const anyNudge = fc.constantFrom(...nudges);
    fc.assert(
      fc.property(anyNudge, fc.integer({ min: 0, max: 4000 }), (nudge, days) => {
        for (const { from, useBy } of momentsOf(nudge, addDays('2025-01-01', days))) {
          expect(nextSendTime(from) <= useBy).toBe(true);
          expect(isQuietTime(nextSendTime(from))).toBe(false);
        }
      }),
    );
  });

  test('one episode is told to one person once', () => {
    const told = { nudge: 'alert_opened', personRef: 'p1', occasion: 'episode-1/0' };
    expect(idempotencyKey(told)).toBe(idempotencyKey({ ...told }));
    expect(idempotencyKey({ ...told, occasion: 'episode-2/0' })).not.toBe(idempotencyKey(told));
    expect(idempotencyKey({ ...told, personRef: 'p2' })).not.toBe(idempotencyKey(told));
  });
});
