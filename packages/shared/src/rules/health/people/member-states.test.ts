import { expect, test } from '@jest/globals';
import { fitted } from '../fitted.js';
import { MemberStates } from './member-states.js';

const slots = (count: number): number[] => [...Array(count).keys()];

test.each([16, 32, 64])(
  'whoever came is known to have come at a meeting that makes a group of %i larger',
  (known) => {
    const states = new MemberStates(fitted.comingAndGoing, 1);
    states.meet(slots(known), 1);
    states.meet(slots(known + 1), 1);

    const alone = new MemberStates(fitted.comingAndGoing, 1);
    alone.meet([0], 1);
    alone.meet([0], 1);
    expect(states.alive(0, 0)).toBe(1);
    expect(states.chance(0)).toBe(alone.chance(0));
  },
);
