import type { NotHeldReason } from '@followon/shared/contract/meetings';
import type { GroupPlan, Turnout } from './group-plan.js';
import { isChristmas, meetingDates } from './meeting-dates.js';
import type { Random } from '../random.js';
import { seededRandom } from '../random.js';

export type Register =
  | { readonly on: string; readonly outcome: 'planned' }
  | { readonly on: string; readonly outcome: 'missing' }
  | { readonly on: string; readonly outcome: 'not-held'; readonly reason: NotHeldReason }
  | { readonly on: string; readonly outcome: 'held'; readonly headcount: number; readonly newcomers: number };

const ORDINARY = [0, 1, 0, -1, 0, 0, 1, -1, 0, 1] as const;
/** A thin evening now and then, never two running: that would be a story of its own. */
const THIN_EVERY = 11; // meetings
const THIN_AT = 5;
const THIN_BY = 2;
const NEWCOMER_CHANCE = 0.05;
const REASONS = [
  'weather',
  'host-away',
  'venue',
  'few-could-come',
] as const satisfies readonly NotHeldReason[];

/** Two years of one group, oldest first, with the dates it has planned. The same group always gets the same numbers. */
export function registersOf(plan: GroupPlan, today: string): readonly Register[] {
  const { past, planned } = meetingDates(plan, today);
  const random = seededRandom(plan.name);
  const unrecorded = plan.weekday === 'yesterday' ? past.at(-1) : undefined;
  const recorded = past.filter((on) => on !== unrecorded);
  const outcomes = recorded.map((on, index) => ({
    on,
    outcome: outcomeOf(plan, on, recorded.length - 1 - index),
  }));
  const heldInAll = outcomes.filter(({ outcome }) => outcome === 'held').length;
  let held = 0;
  const registers = outcomes.map(({ on, outcome }): Register => {
    if (outcome === 'missing') return { on, outcome };
    if (outcome === 'not-held')
      return { on, outcome, reason: isChristmas(on) ? 'holiday' : pick(REASONS, random) };
    held += 1;
    const headcount = headcountAt(plan, { on, fromEnd: heldInAll - held, random });
    return { on, outcome, headcount, newcomers: headcount >= 3 && random() < NEWCOMER_CHANCE ? 1 : 0 };
  });
  const open = [...(unrecorded === undefined ? [] : [unrecorded]), ...planned];
  return [...registers, ...open.map((on): Register => ({ on, outcome: 'planned' }))];
}

function outcomeOf(
  { missing, notHeld }: GroupPlan,
  on: string,
  fromEnd: number,
): 'held' | 'missing' | 'not-held' {
  if (isChristmas(on) || notHeld?.includes(fromEnd)) return 'not-held';
  return missing?.includes(fromEnd) ? 'missing' : 'held';
}

interface Place {
  readonly on: string;
  /** 0 for the latest held meeting. */
  readonly fromEnd: number;
  readonly random: Random;
}

function headcountAt({ usual, turnout }: GroupPlan, { on, fromEnd, random }: Place): number {
  const ordinary = usual + pick(ORDINARY, random);
  const thin = fromEnd % THIN_EVERY === THIN_AT && usual >= 6 ? THIN_BY : 0;
  return (
    fromStory(turnout, fromEnd) ??
    (turnout.kind === 'winter-dip' && isDark(on) ? dipped(usual, fromEnd) : ordinary - thin)
  );
}

function fromStory(turnout: Turnout, fromEnd: number): number | undefined {
  if (turnout.kind === 'always') return turnout.count;
  if (turnout.kind === 'ends-with') return turnout.counts[turnout.counts.length - 1 - fromEnd];
  if (turnout.kind === 'recovered')
    return turnout.counts[turnout.counts.length - 1 - (fromEnd - turnout.meetingsAgo)];
  return undefined;
}

const isDark = (on: string): boolean => ['12', '01', '02'].includes(on.slice(5, 7));

/** Every other meeting stays above seven tenths of the usual number, so the dip is seen and means nothing. */
const dipped = (usual: number, fromEnd: number): number => usual - (fromEnd % 2 === 0 ? 3 : 2);

function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T;
}
