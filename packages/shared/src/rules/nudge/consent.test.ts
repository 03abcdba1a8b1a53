import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Asked, Consent } from './consent.js';
import { canRefuse, messageChannels, whyNotWanted } from './consent.js';
import { audiences } from './nudge.js';
import { alertOpened } from './nudges/alert-opened.js';
import { firstMeetingSoon } from './nudges/first-meeting-soon.js';
import { howWasIt } from './nudges/how-was-it.js';
import { missedYouSoft } from './nudges/missed-you-soft.js';
import { taskDigest } from './nudges/task-digest.js';

const day = (n: number) => new Date(Date.UTC(2026, 10, n));
const said = (wants: boolean, over: Partial<Consent> = {}): Consent => ({
  ...{ channel: 'any', purpose: 'meeting-reminder', wants, saidAt: day(1) },
  ...over,
});
const asked = (over: Partial<Asked> = {}): Asked => ({
  ...{ nudge: firstMeetingSoon, audience: 'member', optedIn: false, consents: [] },
  ...over,
});

describe('a message is wanted', () => {
  test.each<{ who: string; over: Partial<Asked>; why: string | undefined }>([
    { who: 'a member who said nothing', over: {}, why: 'not-opted-in' },
    { who: 'a member who said yes when they joined', over: { optedIn: true }, why: undefined },
    { who: 'a member who says yes now', over: { consents: [said(true)] }, why: undefined },
    { who: 'a member who said no since', over: { optedIn: true, consents: [said(false)] }, why: 'refused' },
    {
      who: 'a member whose newest word is yes',
      over: { consents: [said(false, { channel: 'sms' }), said(true, { saidAt: day(2) })] },
      why: undefined,
    },
    { who: 'a contact person who said nothing', over: { audience: 'role-holder' }, why: undefined },
    {
      who: 'a contact person who said no',
      over: { audience: 'role-holder', consents: [said(false)] },
      why: 'refused',
    },
    {
      who: 'a member who said yes to everything and nothing to being missed',
      over: { nudge: missedYouSoft, optedIn: true, consents: [said(true, { purpose: 'all' })] },
      why: 'not-opted-in',
    },
  ])('by $who: $why', ({ over, why }) => {
    expect(whyNotWanted(asked(over))).toBe(why);
  });

  test('by e-mail by somebody who wants no texts, whatever they say of its purpose later', () => {
    const consents = [
      said(false, { channel: 'sms', purpose: 'all', saidAt: day(1) }),
      said(true, { saidAt: day(2) }),
    ];
    expect(whyNotWanted(asked({ consents }), 'sms')).toBe('refused');
    expect(whyNotWanted(asked({ consents }), 'email')).toBeUndefined();
    expect(whyNotWanted(asked({ consents }))).toBeUndefined();
  });

  test('by nobody who said yes and no in one breath', () => {
    expect(whyNotWanted(asked({ consents: [said(true), said(false, { channel: 'email' })] }), 'email')).toBe(
      'refused',
    );
  });
});

describe('what can be refused', () => {
  test('is everything but the duties of staff', () => {
    expect(audiences.filter((audience) => !canRefuse(audience, 'handover-task'))).toEqual(['staff']);
    expect(canRefuse('staff', 'staff-alert')).toBe(false);
    expect(canRefuse('staff', 'news')).toBe(true);
  });

  test('a duty is wanted though its purpose was refused, but not by a way that was refused as a whole', () => {
    const duty = asked({ nudge: alertOpened, audience: 'staff' });
    expect(
      whyNotWanted({ ...duty, consents: [said(false, { purpose: 'staff-alert' })] }, 'email'),
    ).toBeUndefined();
    expect(
      whyNotWanted({ ...duty, consents: [said(false, { channel: 'email', purpose: 'all' })] }, 'email'),
    ).toBe('refused');
  });
});

test('after a newest “no” to its purpose nothing leaves by any way, whatever was said before', () => {
  const word = fc.record({
    channel: fc.constantFrom('any' as const, ...messageChannels),
    purpose: fc.constantFrom('all', 'meeting-reminder', 'meeting-report', 'handover-task', 'missed-you'),
    wants: fc.boolean(),
    saidAt: fc.integer({ min: 1, max: 20 }).map(day),
  });
  const nudge = fc.constantFrom(firstMeetingSoon, howWasIt, missedYouSoft, taskDigest);
  const audience = fc.constantFrom('member' as const, 'role-holder' as const, 'volunteer' as const);
  fc.assert(
    fc.property(fc.array(word), nudge, audience, fc.boolean(), (before, wanted, speaksTo, optedIn) => {
      const last = said(false, { purpose: wanted.purpose, saidAt: day(20) });
      const all = asked({ nudge: wanted, audience: speaksTo, optedIn, consents: [...before, last] });
      expect(whyNotWanted(all)).toBe('refused');
      for (const channel of messageChannels) expect(whyNotWanted(all, channel)).toBe('refused');
    }),
  );
});
