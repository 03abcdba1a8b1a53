import type { HealthSlot, Turnout, TurnoutSlot } from '@followon/shared/contract/health';
import { CELL, FLOOR, placesBefore, topOf } from './turnout-bars.js';

type Range = NonNullable<HealthSlot['expected']>;

/** How many could be expected at a meeting; null where nothing could, or its numbers are not the reader's to see. */
export const expectedAt = (
  slot: TurnoutSlot & { readonly expected?: HealthSlot['expected'] },
): Range | null => slot.expected ?? null;

interface Stretch {
  readonly start: number;
  readonly ranges: readonly Range[];
}

/** Neighbouring meetings with an expectation are one stretch of band. */
function stretchesOf(turnout: Turnout): readonly Stretch[] {
  return turnout.slots.reduce<readonly Stretch[]>((stretches, slot, index) => {
    const range = expectedAt(slot);
    if (!range) return stretches;
    const last = stretches.at(-1);
    if (last && last.start + last.ranges.length === index)
      return [...stretches.slice(0, -1), { ...last, ranges: [...last.ranges, range] }];
    return [...stretches, { start: index, ranges: [range] }];
  }, []);
}

/** The edge of a stretch as steps, one a meeting, from left to right. */
const edge = (heights: readonly number[], left: number): readonly string[] =>
  heights.flatMap((y, place) => [`${left + place * CELL},${y}`, `${left + (place + 1) * CELL},${y}`]);

/** The range in which a meeting would surprise nobody, as a soft band behind the bars. */
export function ExpectedBand({ turnout }: { readonly turnout: Turnout }) {
  const top = topOf(turnout);
  const height = (people: number): number => FLOOR - (people / top) * FLOOR;
  const before = placesBefore(turnout.slots.length);
  return stretchesOf(turnout).map(({ start, ranges }) => {
    const left = (before + start) * CELL;
    const high = edge(
      ranges.map((range) => height(range.high)),
      left,
    );
    const low = edge(
      ranges.map((range) => height(range.low)),
      left,
    );
    return (
      <g key={start}>
        <polygon className="fo-bar__band" points={[...high, ...low.toReversed()].join(' ')} />
        <polyline className="fo-bar__band-edge" points={high.join(' ')} />
        <polyline className="fo-bar__band-edge" points={low.join(' ')} />
      </g>
    );
  });
}
