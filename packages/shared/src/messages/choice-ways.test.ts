import { describe, expect, test } from '@jest/globals';
import { baseTemplate } from '../rules/handover/templates/base.js';
import { audiences } from '../rules/nudge/nudge.js';
import { nudgeOf } from '../rules/nudge/nudges.js';
import { choiceWays } from './choice-ways.js';
import type { MessageFacts } from './facts.js';
import { volunteersPart } from './volunteers-part.js';
import { wordMessage } from './word-message.js';

const groupId = '2b9d8c32-7f2e-4e43-9d55-0d6f5f1d9a01';
const programmeId = '4b9d8c32-7f2e-4e43-9d55-0d6f5f1d9a01';
/** Of a live installation: none of them is a page of the demo, such as its outbox. */
const PLACES = ['/tasks', '/groups', '/messages', `/groups/${groupId}`, `/programmes/${programmeId}`];
const worded = (key: string, over: Partial<MessageFacts> = {}) => {
  const message = wordMessage(key, {
    audience: 'role-holder',
    today: '2026-04-14',
    groupId,
    programmeId,
    ...over,
  });
  if (!message) throw new Error(`${key} has no words`);
  return message;
};
const keys = Object.keys(choiceWays) as (keyof typeof choiceWays)[];

describe('a choice', () => {
  test.each(keys)('of %s has a way to carry it out, and none has a way that is not offered', (key) => {
    expect(Object.keys(choiceWays[key]).sort()).toEqual([...(nudgeOf(key)?.choices ?? [])].sort());
  });

  test.each(keys.flatMap((key) => audiences.map((audience) => ({ key, audience }))))(
    'of $key to a $audience leads to pages of this service only, each named once',
    ({ key, audience }) => {
      const { pages, choices } = worded(key, { audience });
      expect(pages.every(({ href }) => PLACES.some((place) => href.startsWith(place)))).toBe(true);
      expect(pages.every(({ label }) => choices.includes(label))).toBe(true);
      expect(new Set(pages.map(({ href }) => href)).size).toBe(pages.length);
    },
  );

  test('of the month leads to the messages that need a person, and to no page of the demo', () => {
    expect(worded('admin_digest', { audience: 'staff' }).pages).toEqual([
      { href: '/groups', label: 'Look at the groups' },
      { href: '/messages', label: 'See the messages' },
    ]);
  });

  test('about a group nobody knows of leads nowhere', () => {
    expect(worded('merge_asked', { groupId: undefined }).pages).toEqual([]);
  });
});

describe('a group without anybody to ring', () => {
  test('asks its own people for what they can do on its page', () => {
    expect(worded('contact_wanted').pages).toEqual([
      { href: `/groups/${groupId}`, label: 'Ask somebody of the group' },
      { href: `/groups/${groupId}#tell`, label: 'We would like a hand' },
      { href: `/groups/${groupId}/next/break`, label: 'We would like a break' },
    ]);
  });

  test('speaks to its volunteer as a volunteer: not “your group”, and not “us”', () => {
    const { text, choices } = worded('contact_wanted', { audience: 'volunteer', actBy: '2026-04-28' });
    expect(text).toContain('nobody to ring for a group you stand beside');
    expect(text).not.toMatch(/your group|for you/);
    expect(choices).toEqual(['Look at the group', 'Leave it to the others']);
  });

  test('tells the lead and the administrator what follows when they leave it', () => {
    const facts = { audience: 'staff', actBy: '2026-04-28' } as const;
    expect(worded('contact_wanted_lead', facts).text).toContain(
      'an administrator hears of it on 28 April 2026',
    );
    expect(worded('contact_wanted_admin', facts).text).toContain('we ask you again on 28 April 2026');
  });
});

describe('a volunteer who is asked', () => {
  test('reads how much it is: as many things as the shipped list has for them, over as many months', () => {
    const theirs = baseTemplate.filter(({ ownerRole }) => ownerRole === 'volunteer');
    expect(volunteersPart()).toEqual({ things: theirs.length, months: 4 });
    expect(worded('volunteer_asked', { role: 'ptv' }).text).toContain(
      'about six small things over four months',
    );
    expect(worded('volunteer_asked', { role: 'deputy' }).text).toContain('six small things over four months');
  });
});

test.each([
  { answer: 'merged', says: 'The other group said yes.' },
  { answer: 'declined', says: 'It would rather go on by itself for now.' },
] as const)('a group that asked to go on together hears $answer kindly', ({ answer, says }) => {
  expect(worded('merge_answered', { answer }).text).toContain(says);
});
