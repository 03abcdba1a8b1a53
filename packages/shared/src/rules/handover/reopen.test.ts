import { describe, expect, test } from '@jest/globals';
import type { ClosedTask } from './reopen.js';
import { reopenable } from './reopen.js';

const FACT = 'held-1';
const noon = (day: number) => new Date(Date.UTC(2027, 0, day, 12));
const aTask = (over: Partial<ClosedTask>): ClosedTask => ({
  ...{ id: 'call', key: 'ptv_call_1', state: 'open', dueOn: '2027-01-14', after: [] },
  ...{ doneAt: null, doneBy: null, actedAt: null, closedByEvent: null },
  ...over,
});
/** The first meeting, closed by the register of 7 January. */
const meeting = (over: Partial<ClosedTask> = {}) =>
  aTask({
    ...{
      id: 'meeting',
      key: 'first_meeting',
      state: 'done',
      dueOn: '2027-01-07',
      doneAt: noon(7),
      closedByEvent: FACT,
    },
    ...over,
  });
const untrue = { facts: new Set([FACT]), keys: new Set(['first_meeting', 'reminder_first']) };
const call = (over: Partial<ClosedTask>) => aTask({ state: 'done', doneAt: noon(8), doneBy: 'ann', ...over });

describe('a correction', () => {
  test.each([
    { what: 'nobody has acted', tasks: [meeting(), aTask({})], opens: ['meeting'] },
    { what: 'it was closed by another fact', tasks: [meeting({ closedByEvent: 'held-2' })], opens: [] },
    { what: 'a person had ticked it', tasks: [meeting({ closedByEvent: null, doneBy: 'ann' })], opens: [] },
    { what: 'a person ticked it again since', tasks: [meeting({ doneBy: 'ann' })], opens: [] },
    { what: 'a hand was on it since', tasks: [meeting({ actedAt: noon(8) })], opens: [] },
    { what: 'a hand was on it before', tasks: [meeting({ actedAt: noon(6) })], opens: ['meeting'] },
    {
      what: 'it is open already',
      tasks: [meeting({ state: 'open', doneAt: null, closedByEvent: null })],
      opens: [],
    },
    { what: 'something else still bears it out', tasks: [meeting({ key: 'first_date_fixed' })], opens: [] },
    { what: 'a later task was ticked by hand since', tasks: [meeting(), call({})], opens: [] },
    {
      what: 'a later task was found not to apply since',
      tasks: [meeting(), call({ state: 'not-applicable' })],
      opens: [],
    },
    {
      what: 'a later task was ticked before the fact',
      tasks: [meeting(), call({ doneAt: noon(5) })],
      opens: ['meeting'],
    },
    {
      what: 'a later task was closed by a fact',
      tasks: [meeting(), call({ doneBy: null })],
      opens: ['meeting'],
    },
    {
      what: 'a later task was only set aside',
      tasks: [meeting(), call({ state: 'cannot', doneAt: null, doneBy: null })],
      opens: ['meeting'],
    },
    {
      what: 'an earlier task was ticked since',
      tasks: [meeting(), call({ dueOn: '2027-01-04' })],
      opens: ['meeting'],
    },
    {
      what: 'an earlier task that comes after it was ticked since',
      tasks: [meeting(), call({ dueOn: '2027-01-04', after: ['first_meeting'] })],
      opens: [],
    },
    {
      what: 'one of the same day was ticked since',
      tasks: [meeting(), call({ dueOn: '2027-01-07' })],
      opens: ['meeting'],
    },
  ])('opens $opens when $what', ({ tasks, opens }) => {
    expect(reopenable(tasks, untrue)).toEqual(opens);
  });

  test('opens everything that rested on the fact, and asking again opens nothing', () => {
    const reminder = meeting({ id: 'reminder', key: 'reminder_first', dueOn: '2027-01-05' });
    expect(reopenable([reminder, meeting()], untrue)).toEqual(['reminder', 'meeting']);
    const opened = [reminder, meeting()].map((task) => ({
      ...task,
      state: 'open' as const,
      closedByEvent: null,
      doneAt: null,
    }));
    expect(reopenable(opened, untrue)).toEqual([]);
  });
});
