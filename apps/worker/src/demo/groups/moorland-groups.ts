import type { GroupPlan } from './group-plan.js';
import { FRIDAY, MONDAY, SATURDAY, THURSDAY, TUESDAY, WEDNESDAY, steady } from './group-plan.js';

/** Nothing to worry about here. */
export const moorlandGroups: readonly Omit<GroupPlan, 'site'>[] = [
  {
    ...steady,
    name: 'Wednesday group, Heather',
    weekday: WEDNESDAY,
    everyDays: 7,
    usual: 10,
    notHeld: [8],
    contact: 'dot',
  },
  { ...steady, name: 'Friday group, Ridge', weekday: FRIDAY, everyDays: 28, weeksBack: 1, usual: 6 },
  {
    ...steady,
    story: 'just started',
    intended: null,
    name: 'Monday group, Gate',
    weekday: MONDAY,
    everyDays: 14,
    usual: 8,
    weeksOfHistory: 1,
    programme: 'signed-off',
    ptv: 'iris',
  },
  {
    ...steady,
    story: 'closed well',
    intended: null,
    name: 'Thursday group, Stable',
    weekday: THURSDAY,
    everyDays: 28,
    usual: 5,
    closedDaysAgo: 260,
  },
  { ...steady, name: 'Online group, Beacon', weekday: TUESDAY, everyDays: 14, weeksBack: 1, usual: 6 },
  {
    ...steady,
    story: 'winter dip',
    name: 'Saturday group, Cairn',
    weekday: SATURDAY,
    everyDays: 28,
    usual: 8,
    turnout: { kind: 'winter-dip' },
  },
];
