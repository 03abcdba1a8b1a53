import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isQuietTime } from '../calendar/london.js';
import { decideNudge, suppressionReasons } from './decide-nudge.js';
import type { NudgeFacts, Recipient, SuppressionReason } from './decide-nudge.js';
import { alertOpened } from './nudges/alert-opened.js';
import { firstMeetingSoon } from './nudges/first-meeting-soon.js';
import { helpAsked } from './nudges/help-asked.js';
import { howWasIt } from './nudges/how-was-it.js';
import { wouldAHandHelp } from './nudges/would-a-hand-help.js';

const NOW = new Date('2026-11-24T10:00:00Z'); // a Tuesday morning
const aRecipient = (over: Partial<Recipient> = {}): Recipient => ({
  optedIn: true,
  paused: false,
  left: false,
  accountDisabled: false,
  ...over,
});
const facts = (over: Partial<NudgeFacts> = {}): NudgeFacts => ({
  nudge: firstMeetingSoon,
  recipient: aRecipient(),
  groupState: 'meeting',
  sentAt: [],
  origin: 'live',
  now: NOW,
  useBy: new Date('2026-11-26T18:00:00Z'),
  stillTrue: true,
  ...over,
});

describe('a message leaves', () => {
  test('at once in the daytime', () => {
    expect(decideNudge(facts())).toEqual({ send: true, dueAt: NOW });
  });

  test('in the morning when it is thought of at night: held, not dropped', () => {
    expect(decideNudge(facts({ now: new Date('2026-11-24T22:00:00Z') }))).toEqual({
      send: true,
      dueAt: new Date('2026-11-25T08:00:00Z'),
    });
  });

  test.each<{ who: string; over: Partial<NudgeFacts> }>([
    {
      who: 'a contact person, who holds a role and did not have to ask',
      over: { audience: 'role-holder', recipient: aRecipient({ optedIn: false }) },
    },
    {
      who: 'staff, though the group switched its own messages off',
      over: { nudge: alertOpened, groupSwitchedOff: true },
    },
    {
      who: 'staff, however much they had today',
      over: { nudge: alertOpened, sentAt: [NOW, NOW, NOW, NOW, NOW] },
    },
    {
      who: 'the volunteer lead, when a group that rests asks for a hand',
      over: { nudge: helpAsked, groupState: 'resting' },
    },
    { who: 'the contact of a group without news', over: { nudge: howWasIt, groupState: 'unknown' } },
    { who: 'people of a programme without a group', over: { groupState: undefined } },
  ])('to $who', ({ over }) => {
    expect(decideNudge(facts(over))).toEqual({ send: true, dueAt: NOW });
  });
});

describe('a message is suppressed', () => {
  const cases: { because: SuppressionReason; over: Partial<NudgeFacts> }[] = [
    { because: 'imported-history', over: { origin: 'import' } },
    { because: 'imported-history', over: { origin: 'replay', nudge: alertOpened } },
    { because: 'no-longer-true', over: { stillTrue: false } },
    { because: 'no-recipient', over: { recipient: undefined } },
    { because: 'no-recipient', over: { recipient: aRecipient({ accountDisabled: true }) } },
    { because: 'left', over: { recipient: aRecipient({ left: true, paused: true }) } },
    { because: 'paused', over: { recipient: aRecipient({ paused: true }) } },
    { because: 'not-opted-in', over: { recipient: aRecipient({ optedIn: false }) } },
    { because: 'group-resting', over: { groupState: 'resting' } },
    { because: 'group-closed', over: { groupState: 'closed-well' } },
    { because: 'group-closed', over: { groupState: 'closed' } },
    { because: 'group-closed', over: { groupState: 'merged' } },
    { because: 'switched-off', over: { groupSwitchedOff: true } },
    { because: 'past-use-by', over: { useBy: new Date('2026-11-24T09:59:59Z') } },
    { because: 'over-budget', over: { sentAt: [NOW, NOW] } },
    {
      because: 'over-budget',
      over: {
        nudge: wouldAHandHelp,
        lastAnswer: { at: new Date('2026-09-01T10:00:00Z'), choice: 'leave-us-be' },
      },
    },
  ];

  test.each(cases)('because $because', ({ because, over }) => {
    expect(decideNudge(facts(over))).toEqual({ suppress: because });
  });

  test('when the night would hold it past its use-by', () => {
    const late = facts({ now: new Date('2026-11-26T18:00:01Z'), useBy: new Date('2026-11-26T23:00:00Z') });
    expect(decideNudge(late)).toEqual({ suppress: 'past-use-by' });
  });

  test('for every reason there is', () => {
    expect(new Set(cases.map(({ because }) => because))).toEqual(new Set(suppressionReasons));
  });
});

test('whatever the hour, a message that leaves does so in the window, not early and not past its use-by', () => {
  const instants = fc.date({
    min: new Date('2025-01-01T00:00:00Z'),
    max: new Date('2030-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(instants, fc.integer({ min: 0, max: 96 }), (now, hours) => {
      const useBy = new Date(now.getTime() + hours * 3_600_000);
      const decision = decideNudge(facts({ now, useBy }));
      if ('suppress' in decision) {
        expect(decision.suppress).toBe('past-use-by');
        return;
      }
      expect(isQuietTime(decision.dueAt)).toBe(false);
      expect(decision.dueAt >= now && decision.dueAt <= useBy).toBe(true);
    }),
  );
});
