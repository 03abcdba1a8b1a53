import { describe, expect, test } from '@jest/globals';
import { openBlocking } from './sign-off.js';
import { taskStates } from './task-states.js';
import type { TaskState } from './task-states.js';

const blocking = (state: TaskState, key = 'safety_card') => ({ key, blocking: true, state });

describe('what stands in the way of signing off', () => {
  test.each(taskStates)('a blocking task that is %s', (state) => {
    const settled = state === 'done' || state === 'not-applicable';
    expect(openBlocking([blocking(state)])).toEqual(settled ? [] : ['safety_card']);
  });

  test('nothing that does not block, and not the sign-off itself', () => {
    const tasks = [
      { key: 'leaflets_given', blocking: false, state: 'open' as const },
      blocking('open', 'handover_done'),
      blocking('overdue', 'consent_contacts'),
    ];
    expect(openBlocking(tasks)).toEqual(['consent_contacts']);
  });
});
