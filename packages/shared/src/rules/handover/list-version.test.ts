import { expect, test } from '@jest/globals';
import { readListVersion, sayListVersion } from './list-version.js';

test.each([
  { list: { route: 'online', template: 'base-2', siteVersion: 3 }, said: 'online/base-2/3' },
  { list: { route: 'new', template: 'base-2', siteVersion: null }, said: 'new/base-2/shipped' },
] as const)('$said says which list it is, and is read again', ({ list, said }) => {
  expect(sayListVersion(list)).toBe(said);
  expect(readListVersion(said)).toEqual(list);
});

test('nothing else is taken for one', () => {
  for (const said of ['base-2', 'tea/base-2/1', 'new/base-2/0', 'new/base-2/x'])
    expect(() => readListVersion(said)).toThrow();
});
