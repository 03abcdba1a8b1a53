import { describe, expect, test } from '@jest/globals';
import { PostalAddress, postalText } from './postal-address.js';

const home = { lines: ['7 Invented Row', 'Avonside'], postcode: 'AV1 2CD' };
const why = (said: object): string | undefined =>
  PostalAddress.safeParse({ ...home, ...said }).error?.issues[0]?.message;

test('an address is a few lines and a postcode, as on an envelope', () => {
  expect(postalText(PostalAddress.parse(home))).toBe('7 Invented Row\nAvonside\nAV1 2CD');
});

test.each([
  ['av12cd', 'AV1 2CD'],
  [' m1  1ae ', 'M1 1AE'],
  ['sw1a1aa', 'SW1A 1AA'],
  ['cf10 3at', 'CF10 3AT'],
  ['gir0aa', 'GIR 0AA'],
  ['bf1 3aa', 'BF1 3AA'],
])('the postcode %s is written %s', (typed, postcode) => {
  expect(PostalAddress.parse({ ...home, postcode: typed }).postcode).toBe(postcode);
});

test('lines that hold nothing are left out, and spaces around the others', () => {
  const lines = ['  7 Invented Row ', ' ', '', 'Avonside'];
  expect(PostalAddress.parse({ ...home, lines }).lines).toEqual(home.lines);
});

describe('is asked for again, kindly', () => {
  test.each(['', 'Bristol', 'AV1', '12345', 'AV1 2C', 'AV1 2CDX', 'AVON 12'])(
    'where %j is no postcode',
    (postcode) => {
      expect(why({ postcode })).toBe('Write a postcode, like BS1 4ND.');
    },
  );

  test.each([[[]], [['', '  ']]])('where there is no line: %j', (lines) => {
    expect(why({ lines })).toBe('Write the address, a line for each part, as on an envelope.');
  });

  test('where an envelope has no room for it', () => {
    expect(why({ lines: ['1', '2', '3', '4', '5', '6'] })).toMatch(/at most five lines/);
    expect(why({ lines: ['x'.repeat(61)] })).toMatch(/at most 60 letters/);
  });

  test.each(['7 Row\u0000', '7 \u202eRow', '7 Row\nHigh Street', '7 Row\u2028High Street'])(
    'where %j hides what it says',
    (line) => {
      expect(why({ lines: [line] })).toBe('Write the address in plain letters and numbers.');
    },
  );

  test('where something else is given with it', () => {
    expect(why({ country: 'Wales' })).toBeDefined();
  });
});
