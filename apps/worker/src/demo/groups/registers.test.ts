import { describe, expect, test } from '@jest/globals';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { assessGroup } from '@followon/shared/rules/health/assess-group';
import { replayMeetings } from '@followon/shared/rules/health/replay';
import type { GroupHistory } from '@followon/shared/rules/health/facts';
import type { GroupPlan } from './group-plan.js';
import { groupPlans } from './group-plans.js';
import { registersOf } from './registers.js';

/** Every weekday, a leap day, the days around Christmas and the turn of each season. */
const todays = [
  ...['2026-01-01', '2026-01-09', '2026-02-14', '2026-03-01', '2026-04-06', '2026-05-31', '2026-06-19'],
  ...[
    '2026-07-29',
    '2026-08-31',
    '2026-10-25',
    '2026-11-15',
    '2026-12-26',
    '2026-12-30',
    '2028-02-29',
    '2027-09-07',
  ],
];

function historyOf(plan: GroupPlan, today: string): GroupHistory {
  const meetings = registersOf(plan, today).map((register, index) => ({
    ...{ meetingId: `m${index}`, on: register.on, outcome: register.outcome },
    headcount: register.outcome === 'held' ? register.headcount : null,
  }));
  const { rest } = plan;
  const rests = rest
    ? [{ from: addDays(today, -rest.fromDaysAgo), until: addDays(today, rest.untilInDays) }]
    : [];
  const cadence = ({ 7: 'weekly', 14: 'fortnightly', 28: 'monthly' } as const)[plan.everyDays];
  return { cadence, meetings, rests };
}

/** What the health engine makes of every group, but not of those that have ended. */
const judged = (today: string) =>
  groupPlans
    .filter(({ closedDaysAgo }) => closedDaysAgo === undefined)
    .map((plan) => ({ plan, assessment: assessGroup(historyOf(plan, today), today) }));

describe('the registers of the demo', () => {
  test.each(todays)('lead the health engine to the intended level of every group on %s', (today) => {
    const levels = judged(today).map(({ plan, assessment }) => [
      plan.name,
      assessment.level,
      assessment.quiet,
    ]);
    const intended = judged(today).map(({ plan }) => [plan.name, plan.intended, plan.quiet ?? false]);
    expect(levels).toEqual(intended);
  });

  test.each(todays)(
    'raise the levels of fading groups by attendance and of quiet ones by silence on %s',
    (today) => {
      for (const { plan, assessment } of judged(today)) {
        if (plan.intended === 'steady' || plan.intended === null) continue;
        expect([plan.name, assessment.causedBySilenceOnly]).toEqual([plan.name, plan.quiet ?? false]);
      }
    },
  );

  test.each(todays)(
    'let the group of the contact person fade with three small meetings from %s on',
    (today) => {
      const plan = groupPlans.find(({ weekday }) => weekday === 'yesterday') as GroupPlan;
      const { meetings, ...history } = historyOf(plan, today);
      const recorded = meetings.filter(({ outcome }) => outcome !== 'planned');
      const small = [-1, 6, 13].map((days) => ({
        ...{ meetingId: `small ${days}`, on: addDays(today, days), outcome: 'held' as const, headcount: 3 },
      }));
      const readings = replayMeetings({ ...history, meetings: [...recorded, ...small] });
      expect(readings.at(-1)?.level).toBe('fading');
    },
  );

  test('show a hard spell a few months ago in the group that recovered', () => {
    const plan = groupPlans.find(({ turnout }) => turnout.kind === 'recovered') as GroupPlan;
    const levels = replayMeetings(historyOf(plan, '2026-09-15')).map(({ level }) => level);
    expect(levels).toContain('fading');
    expect(levels.at(-1)).toBe('steady');
  });

  test('are the same for the same day and differ between groups', () => {
    const [quay, meadow] = groupPlans as [GroupPlan, GroupPlan];
    expect(registersOf(quay, '2026-09-15')).toEqual(registersOf(quay, '2026-09-15'));
    expect(registersOf(quay, '2026-09-15')).not.toEqual(registersOf(meadow, '2026-09-15'));
  });

  test('go back about two years, weekly to monthly', () => {
    const lengths = groupPlans.map((plan) => registersOf(plan, '2026-09-15').length);
    expect(Math.max(...lengths)).toBeGreaterThan(100);
    expect(lengths.reduce((total, next) => total + next, 0)).toBeGreaterThan(1000);
  });

  test('hold one meeting of yesterday that nobody has recorded', () => {
    const due = groupPlans.flatMap((plan) =>
      registersOf(plan, '2026-09-15').filter(({ on, outcome }) => outcome === 'planned' && on < '2026-09-15'),
    );
    expect(due).toEqual([{ on: '2026-09-14', outcome: 'planned' }]);
  });
});
