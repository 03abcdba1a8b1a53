import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { pageOfRows, readCursor } from './cursor.js';

const ByName = z.strictObject({ name: z.string() });
const cut = {
  limit: 2,
  position: (name: string) => ({ name }),
  view: (name: string) => name.toUpperCase(),
};

describe('a page', () => {
  test('ends with a cursor that stands after its last row', () => {
    const { items, nextCursor } = pageOfRows(['a', 'b', 'c'], cut);
    expect(items).toEqual(['A', 'B']);
    expect(readCursor(ByName, nextCursor ?? undefined)).toEqual({ name: 'b' });
  });

  test.each([{ rows: [] }, { rows: ['a'] }, { rows: ['a', 'b'] }])(
    'is the last one when there is no further row: $rows',
    ({ rows }) => expect(pageOfRows(rows, cut).nextCursor).toBeNull(),
  );
});

test('a list read from its start has no position', () => {
  expect(readCursor(ByName, undefined)).toBeUndefined();
});

test.each([
  '',
  'rubbish',
  Buffer.from('{"name":1}').toString('base64url'),
  Buffer.from('{"id":"x"}').toString('base64url'),
])('a cursor that is not of this list is refused: %j', (cursor) =>
  expect(() => readCursor(ByName, cursor)).toThrow('invalid'),
);
