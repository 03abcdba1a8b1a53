import { describe, expect, test } from '@jest/globals';
import { mayMove, reasonFits, taskStates } from './task-states.js';
import type { TaskState } from './task-states.js';

/** Row: from. Column: to. Written by hand: `x` where a task may go. */
const MOVES = `
               open overdue done cannot passed-on not-applicable
open           .    x       x    x      x         x
overdue        x    .       x    x      x         x
done           x    .       .    .      .         .
cannot         x    x       x    .      x         x
passed-on      x    x       x    x      .         x
not-applicable x    .       .    .      .         .
`;

describe('the states of a task', () => {
  const [heading = '', ...rows] = MOVES.trim().split('\n');
  const to = heading.trim().split(/\s+/);
  const cells = rows.flatMap((row) => {
    const [from = '', ...marks] = row.trim().split(/\s+/);
    return marks.map((mark, i) => ({
      from: from as TaskState,
      to: to[i] as TaskState,
      allowed: mark === 'x',
    }));
  });

  test('are all in the table', () => {
    expect(cells.length).toBe(taskStates.length ** 2);
  });

  test.each(cells)('from $from to $to: $allowed', (cell) => {
    expect(mayMove(cell.from, cell.to)).toBe(cell.allowed);
  });

  test.each([
    { state: 'done', reason: undefined, fits: true },
    { state: 'done', reason: 'no-time', fits: false },
    { state: 'cannot', reason: 'no-time', fits: true },
    { state: 'cannot', reason: undefined, fits: false },
    { state: 'cannot', reason: 'group-said-no', fits: false },
    { state: 'not-applicable', reason: 'group-said-no', fits: true },
    { state: 'not-applicable', reason: 'Mrs B was ill', fits: false },
  ] as const)('$state with the reason $reason: $fits', ({ state, reason, fits }) => {
    expect(reasonFits(state, reason)).toBe(fits);
  });
});
