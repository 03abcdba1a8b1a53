import { expect, test } from '@jest/globals';
import { civilDate, servedInstant } from './civil-date.js';

test.each(['2000-01-01', '2028-02-29', '2099-12-31'])('%s is a day that can be sent', (day) =>
  expect(civilDate.safeParse(day).success).toBe(true),
);

test.each([
  '0000-01-01',
  '0001-01-01',
  '1999-12-31',
  '2100-01-01',
  '9999-12-31',
  '2026-02-29',
  '2026-13-01',
  '2026-1-1',
  '',
])('%j is not', (day) => expect(civilDate.safeParse(day).success).toBe(false));

test.each(['0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999999Z'])('%s is no instant of a list', (instant) =>
  expect(servedInstant.safeParse(instant).success).toBe(false),
);

test('an instant keeps all its digits', () => {
  expect(servedInstant.parse('2026-11-23T08:00:00.123456Z')).toBe('2026-11-23T08:00:00.123456Z');
});
