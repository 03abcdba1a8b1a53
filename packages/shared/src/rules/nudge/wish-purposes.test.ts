import { describe, expect, test } from '@jest/globals';
import { isPurposeWanted, optInPurposes, purposesFor, wordsOf } from './wish-purposes.js';

const nobody = { consents: [], capacities: [], onTheList: false } as const;
const member = { ...nobody, capacities: ['member'] as const };

describe('what somebody gets', () => {
  test('a member gets nothing that they did not say yes to, or that the group’s list has not for them', () => {
    expect(isPurposeWanted('meeting-reminder', member)).toBe(false);
    expect(isPurposeWanted('meeting-reminder', { ...member, onTheList: true })).toBe(true);
  });

  test('a yes to one thing is a yes to nothing else, though the list of the group follows it', () => {
    const consents = [{ channel: 'any', purpose: 'meeting-reminder', wants: true }];
    const listed = { ...member, consents, onTheList: true };
    expect(isPurposeWanted('group-support', { ...member, onTheList: true })).toBe(true);
    expect(isPurposeWanted('group-support', listed)).toBe(false);
    expect(wordsOf({ purposes: { 'meeting-reminder': true } }, listed)).toEqual([]);
  });

  test('nobody hears that they were missed without a yes to that', () => {
    expect(isPurposeWanted('missed-you', { ...member, onTheList: true })).toBe(false);
    const consents = [{ channel: 'any', purpose: 'missed-you', wants: true }];
    expect(isPurposeWanted('missed-you', { ...member, consents })).toBe(true);
  });

  test('whoever has a role hears what comes with it until they say no', () => {
    const holder = { ...nobody, capacities: ['role-holder'] as const };
    expect(isPurposeWanted('meeting-report', holder)).toBe(true);
    const consents = [{ channel: 'any', purpose: 'meeting-report', wants: false }];
    expect(isPurposeWanted('meeting-report', { ...holder, consents })).toBe(false);
  });

  test('staff cannot say no to what somebody else’s safety hangs on', () => {
    expect(purposesFor(['staff'])).not.toContain('staff-alert');
    expect(purposesFor(['member'])).toContain('meeting-reminder');
    expect(purposesFor(['member'])).not.toContain('staff-alert');
  });
});

describe('the words that a change adds', () => {
  test('are none where it says what was said before', () => {
    const consents = [
      { channel: 'any', purpose: 'thanks', wants: false },
      { channel: 'sms', purpose: 'all', wants: false },
    ];
    const change = { purposes: { thanks: false }, channels: { sms: false } };
    expect(wordsOf(change, { ...member, consents })).toEqual([]);
  });

  test('keep the yes of a group’s list when something else of it is refused', () => {
    const words = wordsOf({ purposes: { 'missed-you': false } }, { ...member, onTheList: true });
    expect(words).toContainEqual({ channel: 'any', purpose: 'meeting-reminder', wants: true });
    expect(words).toContainEqual({ channel: 'any', purpose: 'missed-you', wants: false });
    expect(optInPurposes).toEqual(expect.arrayContaining(['meeting-reminder', 'missed-you']));
  });
});
