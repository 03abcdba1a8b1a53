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

describe('somebody who is a member and holds a role', () => {
  const left = (...days: number[]) => daysAgo(...days);

  test.each([
    { audience: 'member', had: 'two for their role this week', sent: left(1, 2), may: false },
    { audience: 'member', had: 'four for their role this month', sent: left(8, 15, 22, 29), may: false },
    { audience: 'member', had: 'one for their role', sent: left(3), may: true },
    { audience: 'role-holder', had: 'two as a member this week', sent: left(1, 2), may: true },
    {
      audience: 'role-holder',
      had: 'two as a member and one for their role',
      sent: left(1, 2, 3),
      may: false,
    },
    { audience: 'role-holder', had: 'four as a member this month', sent: left(8, 15, 22, 29), may: true },
  ] as const)('and had $had, hears as a $audience: $may', ({ audience, sent, may }) => {
    expect(isWithinBudget(audience, sent, NOW)).toBe(may);
  });

  test('gets three in a week at the most, and as a member nothing beyond what a member gets', () => {
    const wish = fc.record({
      audience: fc.constantFrom('member' as const, 'role-holder' as const),
      hour: fc.integer({ min: 0, max: 70 * 24 }),
    });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 60 }), (wishes) => {
        const sent: { audience: 'member' | 'role-holder'; at: Date }[] = [];
        for (const { audience, hour } of [...wishes].sort((a, b) => a.hour - b.hour)) {
          const at = new Date(NOW.getTime() + hour * 3_600_000);
          if (
            isWithinBudget(
              audience,
              sent.map((one) => one.at),
              at,
            )
          )
            sent.push({ audience, at });
        }
        const upTo = (at: Date, days: number, last: number) =>
          sent.slice(0, last + 1).filter((one) => at.getTime() - one.at.getTime() < days * DAY_MS).length;
        for (const [index, { audience, at }] of sent.entries()) {
          expect(upTo(at, 7, index)).toBeLessThanOrEqual(audience === 'member' ? 2 : 3);
          if (audience === 'member') expect(upTo(at, 30, index)).toBeLessThanOrEqual(4);
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
