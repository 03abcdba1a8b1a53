import { expect, test } from '@jest/globals';
import { isHolidaySeason, isWinter, meetingsNeeded } from './season.js';

test.each([
  { on: '2026-11-14', winter: false },
  { on: '2026-11-15', winter: true },
  { on: '2027-01-01', winter: true },
  { on: '2027-02-28', winter: true },
  { on: '2028-02-29', winter: true },
  { on: '2027-03-01', winter: false },
])('$on is winter: $winter, and winter asks for one meeting more', ({ on, winter }) => {
  expect(isWinter(on)).toBe(winter);
  expect(meetingsNeeded(3, on)).toBe(winter ? 4 : 3);
});

test('so do the school holidays', () => {
  expect(meetingsNeeded(3, '2026-08-12')).toBe(4);
  expect(meetingsNeeded(3, '2026-09-12')).toBe(3);
});

test.each([
  { on: '2026-07-21', holiday: false },
  { on: '2026-08-01', holiday: true },
  { on: '2026-08-31', holiday: true },
  { on: '2026-09-01', holiday: false },
  { on: '2026-12-19', holiday: false },
  { on: '2026-12-20', holiday: true },
  { on: '2027-01-04', holiday: true },
  { on: '2027-01-05', holiday: false },
  { on: '2027-05-03', holiday: true }, // a bank holiday
  { on: '2027-05-04', holiday: false },
])('a cancellation on $on says nothing: $holiday', ({ on, holiday }) => {
  expect(isHolidaySeason(on)).toBe(holiday);
});
