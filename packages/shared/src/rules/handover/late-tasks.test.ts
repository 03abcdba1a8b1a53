import { describe, expect, test } from '@jest/globals';
import { escalatedTo, isOverdue } from './late-tasks.js';

const DUE = '2026-11-20';

describe('late tasks', () => {
  test.each([
    { state: 'open', today: '2026-11-20', late: false },
    { state: 'open', today: '2026-11-21', late: true },
    { state: 'overdue', today: '2026-11-21', late: true },
    { state: 'cannot', today: '2026-11-21', late: true },
    { state: 'passed-on', today: '2026-11-21', late: true },
    { state: 'done', today: '2026-11-21', late: false },
    { state: 'not-applicable', today: '2026-11-21', late: false },
  ] as const)('a task due on the 20th that is $state is late on $today: $late', ({ state, today, late }) => {
    expect(isOverdue({ state, dueOn: DUE }, today)).toBe(late);
  });

  test.each([
    { today: '2026-11-20', told: [] },
    { today: '2026-11-21', told: ['owner'] },
    { today: '2026-11-22', told: ['owner'] },
    { today: '2026-11-23', told: ['owner', 'lead'] },
    { today: '2026-11-26', told: ['owner', 'lead'] },
    { today: '2026-11-27', told: ['owner', 'lead', 'site-admin'] },
  ])('on $today it is known to $told', ({ today, told }) => {
    expect(escalatedTo({ state: 'overdue', dueOn: DUE }, today)).toEqual(told);
  });

  test('a site may choose its own days', () => {
    const days = { lead: 1, 'site-admin': 2 };
    expect(escalatedTo({ state: 'overdue', dueOn: DUE }, '2026-11-21', days)).toEqual(['owner', 'lead']);
  });
});
