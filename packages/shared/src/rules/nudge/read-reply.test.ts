import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readReply } from './read-reply.js';

/** English and Welsh. Nobody who speaks Welsh has read them. */
const stops = [
  'STOP',
  ' stop. ',
  'Please stop',
  'STOP ALL',
  'Unsubscribe',
  'STOPIO',
  'stopiwch os gwelwch yn dda',
  'Plis stopiwch',
  'dim mwy',
  'dim mwy o negeseuon',
  'Stop texts',
  'stop texting',
  'STOP sending me messages',
  'stop now please',
  'Stop, thank you',
  'stop stop',
  'STOP - Robin',
  'Stop\nSent from my iPhone',
  'Please, please stop these',
  'opt out',
  'Opt-out please',
  'no more',
  'No more texts please',
  'remove me',
  'please remove me',
  'Hi, please don’t text me again. Thanks',
  'Stop. From 07700-900123',
];

test.each(stops)('%j means that they want no more', (text) => {
  expect(readReply(text)).toEqual({ said: 'stop', amount: null });
});

describe('an answer from a phone', () => {
  test.each([
    ['start', 'start', null],
    ['Dechrau', 'start', null],
    ['pause', 'pause', 4],
    ['Pause 2', 'pause', 2],
    ['pause for 8 weeks', 'pause', 8],
    ['saib 4 wythnos', 'pause', 4],
    ['6', 'count', 6],
    ['6 came', 'count', 6],
    ['Six!', 'count', 6],
    ['we were 12', 'count', 12],
    ['chwech', 'count', 6],
    ['wyth wedi dod', 'count', 8],
    ['0', 'count', 0],
    ['500', 'count', 500],
    ['No', 'not-met', null],
    ['We didn’t meet', 'not-met', null],
    ['we did not meet', 'not-met', null],
  ] as const)('%j means %s', (text, said, amount) => {
    expect(readReply(text)).toEqual({ said, amount });
  });

  test.each([
    '-1',
    '−1',
    '9999',
    '501',
    '6.5',
    '6,5',
    '5-6',
    '5/6',
    'six or seven',
    'about 6',
    '6 came and it was lovely',
    'pause 0',
    'pause 99',
    'do not stop',
    'please don’t stop',
    'never stop',
    'peidiwch â stopio',
    'we had to stop early, 6 came',
    'no more than 6 came',
    'no more room in the hall',
    'nonstop',
    'stopped early',
    'take me',
    'don’t text me, ring me',
    'thanks',
    '',
    '🙂',
  ])('%j is not surely anything, so nobody acts on it', (text) => {
    expect(readReply(text)).toEqual({ said: 'unknown', amount: null });
  });

  test('is read whatever it is, and a count is always one a register takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { said, amount } = readReply(text);
        if (said === 'count') expect(amount).toBeLessThanOrEqual(500);
        if (said === 'pause') expect(amount).toBeLessThanOrEqual(52);
        if (said !== 'count' && said !== 'pause') expect(amount).toBeNull();
      }),
    );
  });
});
