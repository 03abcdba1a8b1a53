import { addDays, weekday } from '@followon/shared/rules/calendar/civil-date';
import type { GroupPlan } from './group-plan.js';

const MONDAY = 1;
const TUESDAY = 2;
const WEDNESDAY = 3;
const THURSDAY = 4;
const FRIDAY = 5;
const SATURDAY = 6;
const TWO_YEARS = 104; // weeks

type Steady = Pick<GroupPlan, 'story' | 'intended' | 'weeksOfHistory' | 'turnout'>;
const steady: Steady = { story: 'steady', intended: 'steady', weeksOfHistory: TWO_YEARS, turnout: { kind: 'steady' } };
const endsWith = (...counts: readonly number[]) => ({ kind: 'ends-with', counts }) as const;

const avonside = (today: string): readonly Omit<GroupPlan, 'site'>[] => [
  {
    ...{ ...steady, story: 'fading', intended: 'fading', name: 'Thursday group, Quay', weekday: THURSDAY, everyDays: 7 },
    ...{ usual: 8, turnout: endsWith(7, 5, 4, 5, 4, 3), notHeld: [31], contact: 'jo', ptv: 'volunteer' },
  },
  {
    ...{ ...steady, story: 'at risk', intended: 'at-risk', name: 'Tuesday group, Meadow', weekday: TUESDAY, everyDays: 14 },
    ...{ usual: 7, turnout: endsWith(6, 5, 6, 5, 2, 2, 1, 2, 2), notHeld: [19], ptv: 'bev' },
  },
  {
    ...{ ...steady, story: 'gone quiet', intended: 'fading', quiet: true, name: 'Friday group, Library', weekday: FRIDAY },
    ...{ everyDays: 7, usual: 6, silentForDays: 43, ptv: 'bev' },
  },
  {
    ...{ ...steady, story: 'steady; yesterday has no register yet', name: 'Morning group, Orchard', everyDays: 7, usual: 7 },
    ...{ weekday: weekday(addDays(today, -1)), unrecordedYesterday: true, notHeld: [23], named: true },
    ...{ contact: 'contact', ptv: 'volunteer' },
  },
  {
    ...{ ...steady, story: 'newly formed', intended: null, name: 'Wednesday group, Garden', weekday: WEDNESDAY, everyDays: 14 },
    ...{ usual: 7, weeksOfHistory: 0, firstMeetingInDays: 9, programme: 'finished-last-week', contact: 'ravi', ptv: 'volunteer' },
  },
  {
    ...{ ...steady, story: 'weekly turned monthly', name: 'Saturday group, Bandstand', weekday: SATURDAY, everyDays: 28 },
    ...{ monthlyMeetings: 13, usual: 9, ptv: 'bev' },
  },
  {
    ...{ ...steady, story: 'winter dip', name: 'Monday group, Lantern', weekday: MONDAY, everyDays: 7, usual: 8 },
    turnout: { kind: 'winter-dip' },
  },
  {
    ...{ ...steady, story: 'resting', intended: null, name: 'Friday group, Kiln', weekday: FRIDAY, everyDays: 14, usual: 6 },
    rest: { fromDaysAgo: 24, untilInDays: 32 },
  },
  {
    ...{ ...steady, story: 'registers missing', name: 'Evening group, Towpath', weekday: WEDNESDAY, everyDays: 7, usual: 6 },
    missing: [1, 3, 4, 9, 12, 21, 40],
  },
  {
    ...{ ...steady, story: 'young and steady', name: 'Tuesday group, Fernbank', weekday: TUESDAY, everyDays: 14, usual: 8 },
    ...{ weeksOfHistory: 9, programme: 'accepted', named: true, ptv: 'volunteer' },
  },
];

const harbour: readonly Omit<GroupPlan, 'site'>[] = [
  { ...steady, name: 'Monday group, Pier', weekday: MONDAY, everyDays: 7, usual: 9, notHeld: [12, 60], contact: 'gwen' },
  {
    ...{ ...steady, story: 'fading', intended: 'fading', name: 'Wednesday group, Slipway', weekday: WEDNESDAY, everyDays: 14 },
    ...{ usual: 9, turnout: endsWith(8, 6, 5, 4, 5, 4), ptv: 'emrys' },
  },
  {
    ...{ ...steady, story: 'gone quiet', intended: 'fading', quiet: true, name: 'Thursday group, Harbour wall', weekday: THURSDAY },
    ...{ everyDays: 14, usual: 6, silentForDays: 50, ptv: 'emrys' },
  },
  {
    ...{ ...steady, story: 'always three people', name: 'Friday group, Bakery', weekday: FRIDAY, everyDays: 14, usual: 3 },
    turnout: { kind: 'always', count: 3 },
  },
  {
    ...{ ...steady, story: 'closed well', intended: null, name: 'Tuesday group, Signal box', weekday: TUESDAY, everyDays: 14 },
    ...{ usual: 5, closedDaysAgo: 130 },
  },
  { ...steady, name: 'Saturday group, Boathouse', weekday: SATURDAY, everyDays: 28, weeksBack: 2, usual: 7, named: true },
  {
    ...{ ...steady, story: 'a hard spell, and well again', name: 'Thursday group, Mill', weekday: THURSDAY, everyDays: 7, usual: 8 },
    turnout: { kind: 'recovered', counts: [6, 5, 4, 4, 4, 5, 6], meetingsAgo: 30 },
  },
  { ...steady, name: 'Tuesday group, Terrace', weekday: TUESDAY, everyDays: 14, usual: 7, weeksOfHistory: 54, programme: 'closed' },
];

const moorland: readonly Omit<GroupPlan, 'site'>[] = [
  { ...steady, name: 'Wednesday group, Heather', weekday: WEDNESDAY, everyDays: 7, usual: 10, notHeld: [8], contact: 'dot' },
  { ...steady, name: 'Friday group, Ridge', weekday: FRIDAY, everyDays: 28, weeksBack: 1, usual: 6 },
  {
    ...{ ...steady, story: 'just started', intended: null, name: 'Monday group, Gate', weekday: MONDAY, everyDays: 14, usual: 8 },
    ...{ weeksOfHistory: 1, programme: 'signed-off', ptv: 'iris' },
  },
  {
    ...{ ...steady, story: 'closed well', intended: null, name: 'Thursday group, Stable', weekday: THURSDAY, everyDays: 28 },
    ...{ usual: 5, closedDaysAgo: 260 },
  },
  { ...steady, name: 'Online group, Beacon', weekday: TUESDAY, everyDays: 14, weeksBack: 1, usual: 6 },
  {
    ...{ ...steady, story: 'winter dip', name: 'Saturday group, Cairn', weekday: SATURDAY, everyDays: 28, usual: 8 },
    turnout: { kind: 'winter-dip' },
  },
];

/** The 24 groups of the demo network. Only one weekday depends on the day: that of the meeting held yesterday. */
export const groupPlans = (today: string): readonly GroupPlan[] => [
  ...avonside(today).map((plan): GroupPlan => ({ ...plan, site: 'Avonside' })),
  ...harbour.map((plan): GroupPlan => ({ ...plan, site: 'Harbour' })),
  ...moorland.map((plan): GroupPlan => ({ ...plan, site: 'Moorland' })),
];
