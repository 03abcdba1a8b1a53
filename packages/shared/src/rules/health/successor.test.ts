import { describe, expect, test } from '@jest/globals';
import { successorOf, type Candidate } from './successor.js';

const stopped = { lastMetOn: '2026-05-04', people: ['ann', 'bob', 'cal', 'dee', 'eve'] };
const walk = (over: Partial<Candidate> = {}): Candidate => ({
  groupId: 'walk',
  firstMetOn: '2026-05-11',
  people: ['ann', 'bob', 'cal'],
  ...over,
});

describe('a group goes on under another name', () => {
  test.each([
    { firstMetOn: '2026-04-26', found: false }, // 8 days before the last meeting: another group
    { firstMetOn: '2026-04-27', found: true },
    { firstMetOn: '2026-05-04', found: true },
    { firstMetOn: '2026-06-01', found: true }, // 28 days after
    { firstMetOn: '2026-06-02', found: false },
  ])('when the other starts on $firstMetOn: $found', ({ firstMetOn, found }) => {
    expect(successorOf(stopped, [walk({ firstMetOn })])).toBe(found ? 'walk' : null);
  });

  test.each([
    { of: ['ann', 'bob', 'cal', 'dee', 'eve'], came: ['ann', 'bob'], found: false }, // two of five
    { of: ['ann', 'bob', 'cal', 'dee', 'eve'], came: ['ann', 'bob', 'cal'], found: true },
    { of: ['ann', 'bob', 'cal', 'dee'], came: ['ann', 'bob'], found: true }, // exactly half
    { of: ['ann', 'bob', 'cal', 'dee'], came: ['ann', 'ann', 'zoe'], found: false }, // counted once; strangers do not count
    { of: ['ann', 'bob'], came: ['ann'], found: false }, // one person in two groups is a coincidence
    { of: [], came: [], found: false }, // head counts only: nobody knows
  ])('when of $of these came: $came', ({ of, came, found }) => {
    const candidates = [walk({ people: came })];
    expect(successorOf({ ...stopped, people: of }, candidates)).toBe(found ? 'walk' : null);
  });

  test('in the one with most of its people, then in the one that began first', () => {
    const most = walk({ groupId: 'most', firstMetOn: '2026-05-20', people: ['ann', 'bob', 'cal', 'dee'] });
    const later = walk({ groupId: 'later', firstMetOn: '2026-05-12' });
    const named = walk({ groupId: 'another' });
    expect(successorOf(stopped, [later, walk(), most])).toBe('most');
    expect(successorOf(stopped, [later, walk()])).toBe('walk');
    expect(successorOf(stopped, [walk(), named])).toBe('another');
    expect(successorOf(stopped, [named, walk()])).toBe('another');
    expect(successorOf(stopped, [])).toBeNull();
  });
});
