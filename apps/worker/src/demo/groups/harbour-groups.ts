import type { GroupPlan } from './group-plan.js';
import { FRIDAY, MONDAY, SATURDAY, THURSDAY, TUESDAY, WEDNESDAY, endsWith, steady } from './group-plan.js';

/** Mostly well, with one group fading and one gone quiet. */
export const harbourGroups: readonly Omit<GroupPlan, 'site'>[] = [
  {
    ...steady,
    name: 'Monday group, Pier',
    weekday: MONDAY,
    everyDays: 7,
    usual: 9,
    notHeld: [12, 60],
    contact: 'gwen',
  },
  {
    ...{
      ...steady,
      story: 'fading',
      intended: 'fading',
      name: 'Wednesday group, Slipway',
      weekday: WEDNESDAY,
      everyDays: 14,
    },
    ...{ usual: 9, turnout: endsWith(8, 6, 5, 4, 5, 4), ptv: 'emrys' },
  },
  {
    ...{
      ...steady,
      story: 'gone quiet',
      intended: 'fading',
      quiet: true,
      name: 'Thursday group, Harbour wall',
      weekday: THURSDAY,
    },
    ...{ everyDays: 14, usual: 6, silentForDays: 50, ptv: 'emrys' },
  },
  {
    ...{
      ...steady,
      story: 'always three people',
      name: 'Friday group, Bakery',
      weekday: FRIDAY,
      everyDays: 14,
      usual: 3,
    },
    turnout: { kind: 'always', count: 3 },
  },
  {
    ...{
      ...steady,
      story: 'closed well',
      intended: null,
      name: 'Tuesday group, Signal box',
      weekday: TUESDAY,
      everyDays: 14,
    },
    ...{ usual: 5, closedDaysAgo: 130 },
  },
  {
    ...steady,
    name: 'Saturday group, Boathouse',
    weekday: SATURDAY,
    everyDays: 28,
    weeksBack: 2,
    usual: 7,
    named: true,
  },
  {
    ...{
      ...steady,
      story: 'a hard spell, and well again',
      name: 'Thursday group, Mill',
      weekday: THURSDAY,
      everyDays: 7,
      usual: 8,
    },
    turnout: { kind: 'recovered', counts: [6, 5, 4, 4, 4, 5, 6], meetingsAgo: 30 },
  },
  {
    ...steady,
    name: 'Tuesday group, Terrace',
    weekday: TUESDAY,
    everyDays: 14,
    usual: 7,
    weeksOfHistory: 54,
    programme: 'closed',
  },
];
