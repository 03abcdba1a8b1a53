import { describe, expect, test } from '@jest/globals';
import { handOnOwner } from './hand-on.js';
import type { HandOnPeople } from './hand-on.js';
import { ASK_TASKS, handOnTemplate } from './templates/hand-on.js';

const nobody: HandOnPeople = { kind: 'contact', leaver: undefined, otherContacts: 0, ptvId: undefined };
const holding = { accountId: 'leaver' };

test.each([
  { of: 'whoever leaves', people: { leaver: holding, otherContacts: 2, ptvId: 'ptv' }, is: 'contact leaver' },
  { of: 'the other contact people', people: { otherContacts: 1, ptvId: 'ptv' }, is: 'contact null' },
  {
    of: 'the other contact people, where the leaver has no account',
    people: { leaver: { accountId: null }, otherContacts: 1 },
    is: 'contact null',
  },
  { of: 'the volunteer beside the group', people: { ptvId: 'ptv' }, is: 'volunteer ptv' },
  { of: 'the lead', people: {}, is: 'lead null' },
  { of: 'a volunteer who leaves', people: { kind: 'ptv', leaver: holding }, is: 'volunteer leaver' },
  {
    of: 'another volunteer',
    people: { kind: 'ptv', ptvId: 'other', otherContacts: 3 },
    is: 'volunteer other',
  },
  { of: 'the lead, after the only volunteer', people: { kind: 'ptv', otherContacts: 3 }, is: 'lead null' },
] as const)('the list is $of’s', ({ people, is }) => {
  const { ownerRole, assigneeId } = handOnOwner('contact', { ...nobody, ...people });
  expect(`${ownerRole} ${assigneeId}`).toBe(is);
});

describe.each(['contact', 'host', 'ptv'] as const)('the list of a %s', (kind) => {
  const tasks = handOnTemplate(kind);

  test('is short, and holds up nothing', () => {
    expect(tasks.length).toBeLessThanOrEqual(5);
    expect(tasks.every(({ blocking }) => !blocking)).toBe(true);
  });

  test('asks for the next one, and only a yes ticks that by itself', () => {
    expect(tasks.filter(({ closedBy }) => closedBy === 'fact').map(({ key }) => key)).toEqual([
      ASK_TASKS[kind],
    ]);
  });
});

test('only a contact person has a list of contacts to hand over', () => {
  const keys = (kind: 'contact' | 'host' | 'ptv') => handOnTemplate(kind).map(({ key }) => key);
  expect(keys('contact')).toContain('hand_on_contacts');
  expect([...keys('host'), ...keys('ptv')]).not.toContain('hand_on_contacts');
});
