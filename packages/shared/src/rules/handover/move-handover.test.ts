import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/civil-date.js';
import { moveHandover as move } from './move-handover.js';
import type { StandingTask } from './move-handover.js';
import { planHandover } from './plan-handover.js';
import { taskStates } from './task-states.js';
import { baseTemplate } from './templates/base.js';

const moveHandover = (moving: Omit<Parameters<typeof move>[0], 'country'>) =>
  move({ country: 'england', ...moving });

const aTask = (over: Partial<StandingTask> = {}): StandingTask => ({
  id: 'poll',
  anchor: 'last-session',
  dueOffsetDays: -14,
  state: 'open',
  dueOn: '2026-11-19',
  ...over,
});

const planned = (opening: { readonly lastSessionOn: string; readonly openedOn: string }) =>
  planHandover({ ...opening, country: 'england', tasks: baseTemplate }).map(
    ({ key, anchor, dueOffsetDays, dueOn }) => aTask({ id: key, anchor, dueOffsetDays, dueOn }),
  );

describe('moving a handover', () => {
  test('undone tasks move with the last session, settled ones never', () => {
    const tasks = taskStates.map((state) => aTask({ id: state, state }));
    const moves = moveHandover({ tasks, lastSessionOn: '2026-12-10', today: '2026-11-10' });
    expect(moves).toEqual(
      ['open', 'overdue', 'cannot', 'passed-on'].map((taskId) => ({ taskId, dueOn: '2026-11-26' })),
    );
  });

  test.each([
    {
      what: 'one still to come is asked for next',
      dueOn: '2026-12-01',
      moves: [{ taskId: 'poll', dueOn: '2026-11-23' }],
    },
    { what: 'one due tomorrow stays', dueOn: '2026-11-23', moves: [] },
    { what: 'one that is late stays late', dueOn: '2026-11-12', moves: [] },
  ])('when the last session comes so early that the day has passed, $what', ({ dueOn, moves }) => {
    // On Friday 20 November the last session moves to the 25th; the poll would have been due on the 11th.
    const tasks = [aTask({ dueOn })];
    expect(moveHandover({ tasks, lastSessionOn: '2026-11-25', today: '2026-11-20' })).toEqual(moves);
  });

  test('a task whose new day is today is due today', () => {
    const tasks = [aTask({ dueOn: '2026-12-01' })];
    expect(moveHandover({ tasks, lastSessionOn: '2026-12-04', today: '2026-11-20' })).toEqual([
      { taskId: 'poll', dueOn: '2026-11-20' },
    ]);
  });

  test('fixing the first meeting moves only what counts from it', () => {
    const anchors = { lastSessionOn: '2026-12-03' };
    const tasks = planned({ ...anchors, openedOn: '2026-11-05' });
    const moves = moveHandover({ tasks, ...anchors, firstMeetingOn: '2026-12-17', today: '2026-11-05' });
    expect(moves).toEqual([
      { taskId: 'reminder_first', dueOn: '2026-12-15' },
      { taskId: 'first_meeting', dueOn: '2026-12-17' },
      { taskId: 'ptv_call_1', dueOn: '2026-12-24' },
      { taskId: 'missed_invite', dueOn: '2026-12-24' },
    ]);
  });

  test('never into the past, and asking again moves nothing', () => {
    const shift = fc.integer({ min: -60, max: 60 });
    fc.assert(
      fc.property(shift, shift, shift, (opened, rescheduled, now) => {
        const lastSessionOn = '2026-12-03';
        const today = addDays(lastSessionOn, now);
        const moved = addDays(lastSessionOn, rescheduled);
        const tasks = planned({ lastSessionOn, openedOn: addDays(lastSessionOn, opened) });
        const moves = moveHandover({ tasks, lastSessionOn: moved, today });
        expect(moves.every(({ dueOn }) => dueOn >= today)).toBe(true);

        const dueOn = new Map(moves.map((move) => [move.taskId, move.dueOn]));
        const after = tasks.map((task) => ({ ...task, dueOn: dueOn.get(task.id) ?? task.dueOn }));
        expect(moveHandover({ tasks: after, lastSessionOn: moved, today })).toEqual([]);
      }),
    );
  });
});
