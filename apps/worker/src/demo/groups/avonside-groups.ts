import type { GroupPlan } from './group-plan.js';
import { FRIDAY, MONDAY, SATURDAY, THURSDAY, TUESDAY, WEDNESDAY, endsWith, steady } from './group-plan.js';

/** One group at each level, so that its clinician sees one alert of each kind. */
export const avonsideGroups: readonly Omit<GroupPlan, 'site'>[] = [
  {
    ...{
      ...steady,
      story: 'fading',
      intended: 'fading',
      name: 'Thursday group, Quay',
      weekday: THURSDAY,
      everyDays: 7,
    },
    ...{ usual: 8, turnout: endsWith(7, 5, 4, 5, 4, 3), notHeld: [31], contact: 'jo', ptv: 'volunteer' },
  },
  {
    ...{
      ...steady,
      story: 'at risk',
      intended: 'at-risk',
      name: 'Tuesday group, Meadow',
      weekday: TUESDAY,
      everyDays: 14,
    },
    ...{ usual: 7, turnout: endsWith(6, 5, 6, 5, 2, 2, 1, 2, 2), notHeld: [19], ptv: 'bev' },
  },
  {
    ...{
      ...steady,
      story: 'gone quiet',
      intended: 'fading',
      quiet: true,
      name: 'Friday group, Library',
      weekday: FRIDAY,
    },
    ...{ everyDays: 7, usual: 6, silentForDays: 43, ptv: 'bev' },
  },
  {
    ...{
      ...steady,
      story: 'steady; yesterday has no register yet',
      name: 'Morning group, Orchard',
      everyDays: 7,
      usual: 7,
    },
    ...{ weekday: 'yesterday', notHeld: [23], named: true },
    ...{ contact: 'contact', ptv: 'volunteer' },
  },
  {
    ...{
      ...steady,
      story: 'newly formed',
      intended: null,
      name: 'Wednesday group, Garden',
      weekday: WEDNESDAY,
      everyDays: 14,
    },
    ...{
      usual: 7,
      weeksOfHistory: 0,
      firstMeetingInDays: 9,
      programme: 'finished-last-week',
      contact: 'ravi',
      ptv: 'volunteer',
    },
  },
  {
    ...{
      ...steady,
      story: 'weekly turned monthly',
      name: 'Saturday group, Bandstand',
      weekday: SATURDAY,
      everyDays: 28,
    },
    ...{ monthlyMeetings: 13, usual: 9, ptv: 'bev' },
  },
  {
    ...{
      ...steady,
      story: 'winter dip',
      name: 'Monday group, Lantern',
      weekday: MONDAY,
      everyDays: 7,
      usual: 8,
    },
    turnout: { kind: 'winter-dip' },
  },
  {
    ...{
      ...steady,
      story: 'resting',
      intended: null,
      name: 'Friday group, Kiln',
      weekday: FRIDAY,
      everyDays: 14,
      usual: 6,
    },
    rest: { fromDaysAgo: 24, untilInDays: 32 },
  },
  {
    ...{
      ...steady,
      story: 'registers missing',
      name: 'Evening group, Towpath',
      weekday: WEDNESDAY,
      everyDays: 7,
      usual: 6,
    },
    missing: [1, 3, 4, 9, 12, 21, 40],
  },
  {
    ...{
      ...steady,
      story: 'young and steady',
      name: 'Tuesday group, Fernbank',
      weekday: TUESDAY,
      everyDays: 14,
      usual: 8,
    },
    ...{ weeksOfHistory: 9, programme: 'accepted', named: true, ptv: 'volunteer' },
  },
];
