import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PhoneNumber, plainNumber } from './phone-number.js';

/** As GOV.UK Notify says who has answered. */
const answersFrom = plainNumber('447700900123');

describe('one telephone has one spelling', () => {
  test.each([
    '07700 900123',
    '07700-900-123',
    '(07700) 900123',
    '7700 900123',
    '+44 7700 900123',
    '+44 (0)7700 900123',
    '44 7700 900123',
    '44 (0) 7700 900123',
    '0044 7700 900123',
    '0044 (0)7700 900123',
    '\u202a+44 7700 900123\u202c',
  ])('%j is kept as the number that answers', (typed) => {
    expect(PhoneNumber.parse(typed)).toBe(answersFrom);
  });

  test.each([
    ['+353 85 123 4567', '+353851234567'],
    ['00 353 85 123 4567', '+353851234567'],
    ['020 7946 0018', '+442079460018'],
  ])('%j is %s', (typed, kept) => {
    expect(PhoneNumber.parse(typed)).toBe(kept);
  });

  test('and is the same when it is spelt again, whatever it was', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789+() -') });
    fc.assert(
      fc.property(typed, (some) => {
        const { data } = PhoneNumber.safeParse(some);
        if (data !== undefined) expect(PhoneNumber.parse(data)).toBe(data);
      }),
    );
  });
});

test.each([
  '',
  '07700 90012',
  '07700 9001234',
  '+44 7700 90012',
  '900123',
  '85 123 4567',
  '07700 900123 ext 4',
  '07700 900123 / 07700 900124',
  '07700+900123',
  'sam@example.test',
])('%j is no number that anybody can answer from', (typed) => {
  expect(PhoneNumber.safeParse(typed).success).toBe(false);
});
