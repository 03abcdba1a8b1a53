import { describe, expect, test } from '@jest/globals';
import { whichQuestion } from './which-question.js';

/** As `A 2 9 open`: group A was asked on the second at nine. */
const read = (line: string) => {
  const [groupId = '', day, hour, state] = line.split(' ');
  const [askedOn, time] = [`2026-11-0${day ?? ''}`, `0${hour ?? ''}`.slice(-2)];
  const askedAt = new Date(`${askedOn}T${time}:00:00Z`);
  return { line, groupId, askedOn, askedAt, wasOpen: state === 'open', isByThisPhone: state === 'texted' };
};
const chosen = (...lines: string[]) => {
  const found = whichQuestion(lines.map(read));
  return typeof found === 'object' ? found.line : found;
};

describe('a number answers', () => {
  test.each([
    { because: 'nothing was asked', asked: [], is: undefined },
    { because: 'it is the newest', asked: ['A 2 9 open', 'B 3 9 open'], is: 'B 3 9 open' },
    { because: 'it is the newest of the group', asked: ['A 2 9 open', 'A 3 9 open'], is: 'A 3 9 open' },
    { because: 'two groups were asked on one day', asked: ['A 2 8 open', 'B 2 9 open'], is: 'unclear' },
    { because: 'the other is answered', asked: ['A 2 8 open', 'B 2 9 saved'], is: 'A 2 8 open' },
    { because: 'it mends what it said', asked: ['A 2 8 texted', 'B 2 9 saved'], is: 'A 2 8 texted' },
    { because: 'both were texted', asked: ['A 2 8 texted', 'B 2 9 texted'], is: 'unclear' },
    { because: 'the newest was answered by others', asked: ['A 1 9 open', 'B 2 9 saved'], is: 'B 2 9 saved' },
    { because: 'it was texted today', asked: ['A 1 9 open', 'B 2 9 texted'], is: 'B 2 9 texted' },
  ])('$is, of $asked: $because', ({ asked, is }) => {
    expect(chosen(...asked)).toBe(is);
    expect(chosen(...[...asked].reverse())).toBe(is);
  });
});
