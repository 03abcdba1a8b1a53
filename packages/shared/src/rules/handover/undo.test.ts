import { describe, expect, test } from '@jest/globals';
import type { ActedTask } from './undo.js';
import { before, mayUndo, undoUntil } from './undo.js';

const AT = new Date('2026-04-14T09:00:00Z');
const minutesLater = (minutes: number): Date => new Date(AT.getTime() + minutes * 60_000);
const open = { state: 'open', reason: null, assigneeId: 'sam', laterUntil: null } as const;

const task = (told: Partial<ActedTask>): ActedTask => ({
  state: 'open',
  version: 2,
  doneAt: null,
  doneBy: null,
  actedAt: AT,
  actedBy: 'sam',
  act: { what: 'later', as: 'volunteer', version: 2, before: open },
  ...told,
});
const aside = (state: 'cannot' | 'passed-on') =>
  task({ state, act: { what: state, as: 'volunteer', version: 2, before: open } });
const done = task({ state: 'done', doneAt: AT, doneBy: 'sam' });

describe.each([
  ['done', done],
  ['put off', task({})],
  ['set aside', aside('cannot')],
  ['passed to the lead', aside('passed-on')],
  ['passed to the deputy', task({ act: { what: 'passed-on', as: 'volunteer', version: 2, before: open } })],
])('what was %s', (_, acted) => {
  test.each([
    { minutes: 0, may: true },
    { minutes: 9, may: true },
    { minutes: 10, may: true },
    { minutes: 11, may: false },
  ])('can be taken back after $minutes minutes: $may', ({ minutes, may }) => {
    expect(mayUndo(acted, { accountId: 'sam', now: minutesLater(minutes) })).toBe(may);
  });

  test('is nobody else’s to take back this way', () => {
    expect(mayUndo(acted, { accountId: 'jo', now: minutesLater(1) })).toBe(false);
    expect(undoUntil(acted, 'jo')).toBeUndefined();
  });
});

test('once somebody else has changed it, nothing of it is left to take back', () => {
  expect(undoUntil({ ...aside('passed-on'), version: 3 }, 'sam')).toBeUndefined();
});

test('a task that a fact ticked was nobody’s hand, even when somebody put it off before', () => {
  expect(undoUntil(task({ state: 'done', version: 3, doneAt: AT, doneBy: null }), 'sam')).toBeUndefined();
});

test('what was taken back already is not taken back again', () => {
  const reopened = task({ act: { what: 'reopened', as: 'volunteer', version: 2, before: open } });
  expect(undoUntil(reopened, 'sam')).toBeUndefined();
  expect(before(reopened)).toBeUndefined();
});

test('a task goes back to whom it was with, and to being set aside if it was', () => {
  const wasAside = { ...open, state: 'passed-on', reason: 'no-time', assigneeId: null } as const;
  expect(before(task({ act: { what: 'done', as: 'lead', version: 2, before: wasAside } }))).toEqual(wasAside);
  const wasLate = { ...open, state: 'overdue' } as const;
  expect(before(task({ act: { what: 'done', as: 'lead', version: 2, before: wasLate } }))).toEqual(open);
});
