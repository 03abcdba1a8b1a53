import type { GroupHealthView, TurnoutSlot } from '@followon/shared/contract/health';
import { daysBetween } from '../dates.js';
import type { Standing } from './level-tag.js';
import { quietSinceOf } from './quiet-slot.js';

type Level = GroupHealthView['level'];
type Change = GroupHealthView['history'][number];
type Slots = readonly TurnoutSlot[];

/** `watch` is our own note; everybody reads it as steady. */
export const standingAt = (level: Level): Standing => (level === 'watch' ? 'steady' : (level ?? 'new'));

/** Getting to know a group that is steady is no news. */
const isNews = (from: Standing, to: Standing): boolean =>
  from !== to && to !== 'new' && !(from === 'new' && to === 'steady');

const byTime = (a: Change, b: Change): number => a.at.localeCompare(b.at);

/** The changes a reader may see, oldest first: `watch` and back is no change to them. */
export const seenChanges = (history: readonly Change[]): readonly Change[] =>
  history.filter(({ from, to }) => isNews(standingAt(from), standingAt(to))).toSorted(byTime);

/** From the edge of a place to the edge of the bar in it. */
const MARGIN = 0.15;

/** Where a day between two slots lies: between their bars, or as far into a silence as it was. */
function placeBetween(slots: Slots, at: number, day: string): number {
  const [before, after] = [slots[at], slots[at + 1]];
  if (!before || !after) return at + 1;
  const room = quietSinceOf(after) === null ? 2 * MARGIN : 1 + MARGIN;
  return at + 1 - MARGIN + (daysBetween(before.on, day) / daysBetween(before.on, after.on)) * room;
}

/** Where a day lies among the slots, counted in slots from the left; a meeting's own day lies where its bar begins. */
function placeOf(slots: Slots, day: string): number {
  const at = slots.findLastIndex(({ on }) => on <= day);
  const slot = slots[at];
  if (!slot) return 0;
  if (slot.on !== day) return placeBetween(slots, at, day);
  if (quietSinceOf(slot) !== null) return at + 1;
  return at === 0 ? 0 : at + MARGIN;
}

interface Step {
  readonly standing: Standing;
  /** In slots from the left; the number of slots for what came after the last of them. */
  readonly start: number;
}

/** How the level moved along the slots; what it was before them stands at their beginning. */
function stepsOf(slots: Slots, history: readonly Change[]): readonly Step[] {
  const steps = history
    .toSorted(byTime)
    .map(({ on, to }) => ({ standing: standingAt(to), start: placeOf(slots, on) }));
  return steps.reduce<readonly Step[]>(
    (kept, step) => {
      const earlier = kept.filter(({ start }) => start < step.start);
      return earlier.at(-1)?.standing === step.standing ? earlier : [...earlier, step];
    },
    [{ standing: 'new', start: 0 }],
  );
}

/** Time of one level, as stretches of ribbon. */
export function runsOf(slots: Slots, history: readonly Change[]) {
  const steps = stepsOf(slots, history);
  return steps
    .map(({ standing, start }, index) => ({ standing, start, end: steps[index + 1]?.start ?? slots.length }))
    .filter(({ start, end }) => end > start);
}

/** Where the level changed, and to what. */
export const marksOf = (slots: Slots, history: readonly Change[]): readonly Step[] =>
  stepsOf(slots, history).filter(({ standing }, index, steps) => {
    const before = steps[index - 1]?.standing;
    return before !== undefined && isNews(before, standing);
  });
