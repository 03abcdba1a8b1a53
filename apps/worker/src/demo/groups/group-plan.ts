import type { Level } from '@followon/shared/rules/health/facts';
import type { PersonKey, SiteName } from '../people.js';

/** How a group's numbers went, newest meetings last. */
export type Turnout =
  | { readonly kind: 'steady' }
  /** The last held meetings had exactly these numbers; before them it was steady. */
  | { readonly kind: 'ends-with'; readonly counts: readonly number[] }
  /** Fewer people from December to February, never few enough to matter. */
  | { readonly kind: 'winter-dip' }
  /** A hard spell that passed: these numbers, ending so many held meetings ago. */
  | { readonly kind: 'recovered'; readonly counts: readonly number[]; readonly meetingsAgo: number }
  | { readonly kind: 'always'; readonly count: number };

/** One group of the demo and its story. Days count back from the day of seeding unless they say "in". */
export interface GroupPlan {
  readonly name: string;
  readonly site: SiteName;
  /** The story in a few words: for the table that the tests and the maker of the demo read. */
  readonly story: string;
  /** What the health engine must make of it; null: no level. */
  readonly intended: Level | null;
  readonly quiet?: true;
  /** Its last contact person stepped down today: who is there to ring? */
  readonly steppedDown?: true;
  /** It told us today that it has lost the place where it meets. */
  readonly lostItsPlace?: true;

  readonly everyDays: 7 | 14 | 28;
  /** ISO weekday of its meetings. `yesterday`: its latest date is yesterday, and nobody has said yet how it went. */
  readonly weekday: number | 'yesterday';
  /** Whole weeks since its latest meeting, beyond the days back to that weekday. */
  readonly weeksBack?: number;
  readonly weeksOfHistory: number;
  /** Weekly until it had this many four-weekly meetings. */
  readonly monthlyMeetings?: number;
  readonly usual: number;
  readonly turnout: Turnout;

  /** Positions, counted back from the latest recorded date (0), without a register or reported as not held. */
  readonly missing?: readonly number[];
  readonly notHeld?: readonly number[];
  /** No date later than this many days ago. */
  readonly silentForDays?: number;
  readonly rest?: { readonly fromDaysAgo: number; readonly untilInDays: number };
  readonly closedDaysAgo?: number;
  /** New people may come. */
  readonly welcomesNew?: true;
  /** It would like to go on in that group of its site, which has not answered. */
  readonly asksToJoin?: { readonly name: string; readonly daysAgo: number };
  /** A group that has not met: its first date. */
  readonly firstMeetingInDays?: number;

  readonly programme?: string;
  readonly named?: true;
  readonly contact?: PersonKey;
  readonly ptv?: PersonKey;
}

export const MONDAY = 1;
export const TUESDAY = 2;
export const WEDNESDAY = 3;
export const THURSDAY = 4;
export const FRIDAY = 5;
export const SATURDAY = 6;
const TWO_YEARS = 104; // weeks

type Steady = Pick<GroupPlan, 'story' | 'intended' | 'weeksOfHistory' | 'turnout'>;

/** What most groups are: a story changes some of it. */
export const steady: Steady = {
  story: 'steady',
  intended: 'steady',
  weeksOfHistory: TWO_YEARS,
  turnout: { kind: 'steady' },
};

/** A steady group whose last held meetings had exactly these numbers. */
export const endsWith = (...counts: readonly number[]): Turnout => ({ kind: 'ends-with', counts });
