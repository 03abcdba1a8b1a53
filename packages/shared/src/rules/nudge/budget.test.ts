import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { caps, isAnsweredLately, isWithinBudget } from './budget.js';
import { howWasIt } from './nudges/how-was-it.js';
import { wouldAHandHelp } from './nudges/would-a-hand-help.js';

const DAY_MS = 86_400_000;
const NOW = new Date('2026-11-24T09:00:00Z');
const daysAgo = (...days: number[]) => days.map((day) => new Date(NOW.getTime() - day * DAY_MS));

describe('how many messages a person may get', () => {
  test.each([
    { audience: 'member', sent: [1], may: true },
    { audience: 'member', sent: [1, 6.9], may: false }, // two in a week already
    { audience: 'member', sent: [1, 7], may: true }, // the one a week ago no longer counts
    { audience: 'member', sent: [1, 8, 15, 22], may: false }, // four in a month already
    { audience: 'member', sent: [1, 8, 15, 30], may: true },
    { audience: 'member', sent: [-1, -6], may: false }, // two planned for the coming week
    { audience: 'member', sent: [6, -6], may: true }, // never more than two in seven days
    { audience: 'role-holder', sent: [1, 2], may: true },
    { audience: 'role-holder', sent: [1, 2, 3], may: false },
    { audience: 'role-holder', sent: [8, 9, 10, 11, 12], may: true },
    { audience: 'volunteer', sent: [0, 1, 1, 2, 3, 4], may: true },
    { audience: 'staff', sent: [0, 1, 1, 2, 3, 4], may: true },
  ] as const)('a $audience who had some $sent days ago: $may', ({ audience, sent, may }) => {
    expect(isWithinBudget(audience, daysAgo(...sent), NOW)).toBe(may);
  });

  test('no week or month ever holds more than the cap, in whatever order messages are planned', () => {
    const anyAudience = fc.constantFrom('member' as const, 'role-holder' as const);
    fc.assert(
      fc.property(anyAudience, fc.array(fc.integer({ min: 0, max: 60 * 24 })), (audience, hours) => {
        const wanted = hours.map((hour) => new Date(NOW.getTime() + hour * 3_600_000));
        const planned: Date[] = [];
        for (const at of wanted) if (isWithinBudget(audience, planned, at)) planned.push(at);

        for (const { days, most } of caps[audience]) {
          for (const start of planned) {
            const end = start.getTime() + days * DAY_MS;
            expect(planned.filter((at) => at >= start && at.getTime() < end).length).toBeLessThanOrEqual(
              most,
            );
          }
        }
      }),
    );
  });
});

describe('after an answer', () => {
  const answered = (choice: string, days: number) => ({ choice, at: daysAgo(days)[0] ?? NOW });

  test.each([
    { choice: 'call-us', days: 29, quiet: true },
    { choice: 'call-us', days: 30, quiet: false },
    { choice: 'leave-us-be', days: 89, quiet: true },
    { choice: 'leave-us-be', days: 90, quiet: false },
  ])('$choice, $days days ago: left in peace $quiet', ({ choice, days, quiet }) => {
    expect(isAnsweredLately(wouldAHandHelp, answered(choice, days), NOW)).toBe(quiet);
  });

  test('a group that never answered, and a nudge that may repeat, are not held back', () => {
    expect(isAnsweredLately(wouldAHandHelp, undefined, NOW)).toBe(false);
    expect(isAnsweredLately(howWasIt, answered('stop', 1), NOW)).toBe(false);
  });
});
