import { expect, test } from '@jest/globals';
import { isSchoolHoliday } from './school-holidays.js';

test.each([
  { on: '2026-01-04', closed: true },
  { on: '2026-01-05', closed: false },
  { on: '2026-02-15', closed: false },
  { on: '2026-02-16', closed: true }, // half term
  { on: '2026-02-23', closed: false },
  { on: '2026-03-27', closed: false },
  { on: '2026-03-28', closed: true }, // Easter Sunday is 5 April
  { on: '2026-04-12', closed: true },
  { on: '2026-04-13', closed: false },
  { on: '2026-05-25', closed: true },
  { on: '2026-06-01', closed: false },
  { on: '2026-07-21', closed: false },
  { on: '2026-07-22', closed: true },
  { on: '2026-08-31', closed: true },
  { on: '2026-09-01', closed: false },
  { on: '2026-10-26', closed: true },
  { on: '2026-11-02', closed: false },
  { on: '2026-12-20', closed: true },
])('most schools are closed on $on: $closed', ({ on, closed }) => {
  expect(isSchoolHoliday(on)).toBe(closed);
});
