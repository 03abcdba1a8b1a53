import { describe, expect, test } from '@jest/globals';
import { decideNudge, suppressionReasons } from './decide-nudge.js';
import type { NudgeFacts, Recipient, SuppressionReason } from './decide-nudge.js';
import { alertOpened } from './nudges/alert-opened.js';
import { firstMeetingSoon } from './nudges/first-meeting-soon.js';
import { helpAsked } from './nudges/help-asked.js';
import { howWasIt } from './nudges/how-was-it.js';
import { missedYouSoft } from './nudges/missed-you-soft.js';
import { ptvUpdate } from './nudges/ptv-update.js';
import { noWishes } from './wishes.js';
import { wouldAHandHelp } from './nudges/would-a-hand-help.js';

const NOW = new Date('2026-11-24T10:00:00Z'); // a Tuesday morning
const aRecipient = (over: Partial<Recipient> = {}): Recipient => ({
  optedIn: true,
  paused: false,
  left: false,
  accountDisabled: false,
  ...over,
});
const yes = (purpose: string, at: Date) => ({ channel: 'any', purpose, wants: true, saidAt: at }) as const;
const no = (purpose: string, at: Date) => ({ ...yes(purpose, at), wants: false });
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const facts = (over: Partial<NudgeFacts> = {}): NudgeFacts => ({
  nudge: firstMeetingSoon,
  recipient: aRecipient(),
  ...{ wishes: noWishes, consents: [], place: { zone: 'Europe/London', country: 'england' } },
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
      heldBy: 'quiet-hours',
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
    {
      who: 'staff whose duty it is, though they would rather not hear of it',
      over: { nudge: alertOpened, consents: [no('staff-alert', NOW)] },
    },
    { who: 'somebody whose pause ends today', over: { wishes: { ...noWishes, pausedUntil: '2026-11-24' } } },
    {
      who: 'a member who chose to be missed, and was ninety days ago',
      over: { nudge: missedYouSoft, consents: [yes('missed-you', NOW)], lastTold: daysAgo(90) },
    },
    { who: 'the contact of a group without news', over: { nudge: howWasIt, groupState: 'unknown' } },
    { who: 'people of a programme without a group', over: { groupState: undefined } },
  ])('to $who', ({ over }) => {
    expect(decideNudge(facts(over))).toEqual({ send: true, dueAt: NOW });
  });
});

test('a message waits while a STOP or a pause of its reader waits to be dealt with', () => {
  const inAMinute = new Date(NOW.getTime() + 60_000);
  const held = { send: true, dueAt: inAMinute, heldBy: 'reply-waits' };
  expect(decideNudge(facts({ replyWaits: true }))).toEqual(held);
  expect(decideNudge(facts({ replyWaits: true, stillTrue: false }))).toEqual({
    suppress: 'no-longer-true',
  });
  expect(decideNudge(facts({ replyWaits: true, now: new Date('2026-11-24T22:00:00Z') }))).toMatchObject({
    heldBy: 'quiet-hours',
  });
});

describe('a message is suppressed', () => {
  const cases: { because: SuppressionReason; over: Partial<NudgeFacts> }[] = [
    { because: 'imported-history', over: { origin: 'import' } },
    { because: 'imported-history', over: { origin: 'replay', nudge: alertOpened } },
    { because: 'no-longer-true', over: { stillTrue: false } },
    { because: 'no-longer-true', over: { stillTrue: false, nudge: alertOpened } },
    { because: 'nothing-to-tell', over: { stillTrue: false, nudge: ptvUpdate } },
    { because: 'no-recipient', over: { recipient: undefined } },
    { because: 'no-recipient', over: { recipient: aRecipient({ accountDisabled: true }) } },
    { because: 'left', over: { recipient: aRecipient({ left: true, paused: true }) } },
    { because: 'no-longer-their-role', over: { roleIsOver: true, wishes: { ...noWishes, stopped: true } } },
    { because: 'stopped', over: { wishes: { ...noWishes, stopped: true } } },
    { because: 'stopped', over: { nudge: alertOpened, wishes: { ...noWishes, stopped: true } } },
    { because: 'paused', over: { recipient: aRecipient({ paused: true }) } },
    { because: 'paused', over: { wishes: { ...noWishes, pausedUntil: '2026-11-25' } } },
    { because: 'refused', over: { consents: [no('meeting-reminder', NOW)] } },
    { because: 'refused', over: { nudge: howWasIt, consents: [no('meeting-report', NOW)] } },
    // Yes to messages on the group's list is no yes to this.
    { because: 'not-opted-in', over: { nudge: missedYouSoft } },
    {
      because: 'told-lately',
      over: { nudge: missedYouSoft, consents: [yes('missed-you', NOW)], lastTold: daysAgo(89) },
    },
    { because: 'not-opted-in', over: { recipient: aRecipient({ optedIn: false }) } },
    { because: 'group-resting', over: { groupState: 'resting' } },
    { because: 'group-closed', over: { groupState: 'closed-well' } },
    { because: 'group-closed', over: { groupState: 'closed' } },
    { because: 'group-closed', over: { groupState: 'merged' } },
    { because: 'switched-off', over: { groupSwitchedOff: true } },
    { because: 'past-use-by', over: { useBy: new Date('2026-11-24T09:59:59Z') } },
    { because: 'over-budget', over: { sentAt: [NOW, NOW] } },
    {
      because: 'answered-lately',
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
