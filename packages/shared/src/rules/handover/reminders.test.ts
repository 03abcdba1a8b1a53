import { expect, test } from '@jest/globals';
import { looksAt } from './reminders.js';

const said = (key: string) => looksAt({ key }).map(({ rule, offsetDays }) => `${rule} ${offsetDays}`);

test('an owner is reminded three times, and a task is late the day after its day', () => {
  expect(said('interest_poll')).toEqual([
    'task-reminder -3',
    'task-reminder 0',
    'task-overdue 1',
    'task-reminder 3',
  ]);
});

test('the clinician hears of a late sign-off on its first late day', () => {
  expect(said('handover_done')).toEqual([
    'task-reminder -3',
    'task-reminder 0',
    'task-overdue 1',
    'task-reminder 1',
    'task-reminder 3',
  ]);
});
