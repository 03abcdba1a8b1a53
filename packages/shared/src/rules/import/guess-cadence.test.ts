import { describe, expect, test } from '@jest/globals';
import { addDays } from '../calendar/civil-date.js';
import { guessCadence } from './guess-cadence.js';

const meetings = (count: number, everyDays: number) =>
  Array.from({ length: count }, (_, n) => addDays('2025-01-06', n * everyDays));

describe('how often an imported group meets', () => {
  test.each([
    { everyDays: 7, cadence: 'weekly' },
    { everyDays: 10, cadence: 'weekly' },
    { everyDays: 11, cadence: 'fortnightly' },
    { everyDays: 14, cadence: 'fortnightly' },
    { everyDays: 21, cadence: 'fortnightly' },
    { everyDays: 22, cadence: 'monthly' },
    { everyDays: 28, cadence: 'monthly' },
    { everyDays: 45, cadence: 'monthly' },
    { everyDays: 46, cadence: 'irregular' },
  ])('every $everyDays days is $cadence', ({ everyDays, cadence }) => {
    expect(guessCadence(meetings(6, everyDays))).toBe(cadence);
  });

  test('three dates are too few to tell, four are enough', () => {
    expect(guessCadence(meetings(3, 7))).toBe('irregular');
    expect(guessCadence(meetings(4, 7))).toBe('weekly');
  });

  test('one long break, the order of the lines and a date given twice change nothing', () => {
    const dates = [...meetings(4, 7), addDays('2025-01-06', 90), addDays('2025-01-06', 97)].reverse();
    expect(guessCadence([...dates, ...dates])).toBe('weekly');
  });
});
