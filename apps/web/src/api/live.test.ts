import { expect, jest, test } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { refresher } from './live.js';

test('a burst of messages asks each question once', () => {
  jest.useFakeTimers();
  const queries = new QueryClient();
  const asked: unknown[] = [];
  queries.invalidateQueries = (filters) => {
    asked.push(filters?.queryKey?.[0]);
    return Promise.resolve();
  };
  const hear = refresher(queries);
  for (let message = 0; message < 40; message += 1) hear({ kind: 'group', id: `g${message}` });
  hear({ kind: 'programme', id: 'p' });
  expect(asked).toEqual([]);

  jest.runAllTimers();
  expect(asked.toSorted()).toEqual([...new Set(asked)].toSorted());
  expect(asked).toEqual(expect.arrayContaining(['session', 'groups', 'alerts', 'handovers']));
  jest.useRealTimers();
});

test('after a gap everything is asked for again, once', () => {
  jest.useFakeTimers();
  const queries = new QueryClient();
  const asked: unknown[] = [];
  queries.invalidateQueries = (filters) => {
    asked.push(filters);
    return Promise.resolve();
  };
  const hear = refresher(queries);
  hear({ kind: 'group', id: 'g' });
  hear('missed');
  jest.runAllTimers();
  expect(asked).toEqual([undefined]);
  jest.useRealTimers();
});
