import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Coalesced } from './coalesced.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

interface Change {
  readonly id: string;
  readonly n: number;
}

const collecting = () => {
  const heard: Change[] = [];
  const changes = new Coalesced<Change>(
    250,
    ({ id }) => id,
    (change) => heard.push(change),
  );
  return { heard, changes };
};

test('a burst on one stream is handed on twice, with its first and its last change; other streams do not wait', () => {
  const { heard, changes } = collecting();
  for (let n = 1; n <= 100; n += 1) changes.take({ id: 'a', n });
  changes.take({ id: 'b', n: 1 });
  expect(heard).toEqual([
    { id: 'a', n: 1 },
    { id: 'b', n: 1 },
  ]);
  jest.advanceTimersByTime(250);
  expect(heard.slice(2)).toEqual([{ id: 'a', n: 100 }]);
});

test('a stream that was quiet for a while is heard at once again', () => {
  const { heard, changes } = collecting();
  changes.take({ id: 'a', n: 1 });
  jest.advanceTimersByTime(250);
  changes.take({ id: 'a', n: 2 });
  expect(heard).toHaveLength(2);
});

test('nothing is handed on after the stop', () => {
  const { heard, changes } = collecting();
  changes.take({ id: 'a', n: 1 });
  changes.take({ id: 'a', n: 2 });
  changes.stop();
  jest.advanceTimersByTime(1_000);
  expect(heard).toHaveLength(1);
});
