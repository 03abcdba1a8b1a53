import { expect, test } from '@jest/globals';
import { isStarting } from './first-people.js';

test.each([
  { signedOff: false, hasContact: false, starting: true },
  { signedOff: false, hasContact: true, starting: true },
  { signedOff: true, hasContact: false, starting: true },
  { signedOff: true, hasContact: true, starting: false },
])(
  'signed off: $signedOff, somebody to ring: $hasContact: starting is $starting',
  ({ starting, ...start }) => {
    expect(isStarting(start)).toBe(starting);
  },
);
