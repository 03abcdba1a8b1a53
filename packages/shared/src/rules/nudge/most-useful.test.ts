import { describe, expect, test } from '@jest/globals';
import { mostUseful } from './most-useful.js';

const today = '2026-11-24';
const task = (dueOn: string, aside = false) => ({ dueOn, aside });

describe('of many tasks', () => {
  const old = Array.from({ length: 8 }, (_, day) => task(`2026-10-0${day + 1}`));
  const freshlyLate = task('2026-11-23');
  const todays = task(today);
  const soon = task('2026-11-26');
  const nobodys = task('2026-11-27', true);

  test('today’s are named although eight older ones stand before them', () => {
    expect(mostUseful([...old, todays], today, 8)).toEqual([...old.slice(1), todays]);
  });

  test('today’s come before what nobody has, that before what is late, and what is coming up last', () => {
    const all = [...old, freshlyLate, todays, soon, nobodys];
    expect(mostUseful(all, today, 1)).toEqual([todays]);
    expect(mostUseful(all, today, 2)).toEqual([todays, nobodys]);
    expect(mostUseful(all, today, 3)).toEqual([freshlyLate, todays, nobodys]);
    expect(mostUseful(all, today, 11)).not.toContain(soon);
  });

  test('few are named as they stand', () => {
    expect(mostUseful([soon, todays], today, 8)).toEqual([soon, todays]);
  });
});
