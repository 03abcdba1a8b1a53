import { expect, test } from '@jest/globals';
import type { Refusal } from '../http/problem.js';
import { TrialSlots } from './trial-slots.js';

const refusalOf = (take: () => void): string | undefined => {
  try {
    take();
  } catch (error) {
    return (error as Refusal).code;
  }
  return undefined;
};

test('an account has one trial at a time, and two more accounts are not kept waiting by it', () => {
  const slots = new TrialSlots();
  expect(refusalOf(() => slots.take('ann'))).toBeUndefined();
  expect(refusalOf(() => slots.take('ann'))).toBe('trial-running');
  expect(['bob', 'cal'].map((who) => refusalOf(() => slots.take(who)))).toEqual([undefined, undefined]);
  expect(refusalOf(() => slots.take('dee'))).toBe('busy');
});

test('whose trial is over may try again, and makes room for others', () => {
  const slots = new TrialSlots();
  for (const who of ['ann', 'bob', 'cal']) slots.take(who);
  slots.leave('ann');
  expect(refusalOf(() => slots.take('dee'))).toBeUndefined();
  slots.leave('dee');
  expect(refusalOf(() => slots.take('ann'))).toBeUndefined();
});
