import type { HealthSlot, Turnout, TurnoutSlot } from '@followon/shared/contract/health';
import { quietSinceOf } from './quiet-slot.js';

/** The drawing board: bars are laid out in these units and stretched to the room there is. */
export const CELL = 10;
const BAR = 7;
const HEIGHT = 24;
export const FLOOR = 22;
const STUB = 4;
/** A date that is fixed says nothing about how many will come: one height, whatever is usual. */
const PLANNED = 2.5;
const UNCOUNTED = 13;
/** A young group's few meetings stand at the right of a board this wide, so that bars are one size everywhere. */
const ROOM_FOR = 12;

/** Empty places to the left of the first slot. */
export const placesBefore = (slots: number): number => Math.max(0, ROOM_FOR - slots);

/** What the meetings a reason speaks of are drawn in. */
export type Concern = 'fading' | 'at-risk';

type Slot = TurnoutSlot & { readonly expected?: HealthSlot['expected'] };
const mostAt = ({ headcount, expected }: Slot): number => Math.max(headcount ?? 0, expected?.high ?? 0);

/** How many people the height of the board stands for. */
export const topOf = (turnout: Turnout): number =>
  Math.max(4, turnout.usual ?? 0, ...turnout.slots.map(mostAt)) * 1.08;

function heightOf(slot: TurnoutSlot, top: number): number {
  if (slot.headcount === null) return UNCOUNTED;
  return Math.max(1.5, (slot.headcount / top) * FLOOR);
}

function HeldBar({
  slot,
  x,
  top,
  concern,
}: {
  readonly slot: TurnoutSlot;
  readonly x: number;
  readonly top: number;
  readonly concern: Concern | undefined;
}) {
  const height = heightOf(slot, top);
  const y = FLOOR - height;
  const tone = concern ? `fo-bar--${concern}` : 'fo-bar--met';
  return (
    <>
      <rect className={`fo-bar ${tone}`} x={x} y={y} width={BAR} height={height} />
      {slot.kind === 'headcount-only' && slot.headcount !== null && height > 3 ? (
        <rect className="fo-bar--light-top" x={x} y={y} width={BAR} height={0.8} />
      ) : null}
      {concern ? (
        <rect className={`fo-bar ${tone}`} x={x + BAR / 2 - 1.5} y={FLOOR + 0.8} width={3} height={1.2} />
      ) : null}
    </>
  );
}

/** Time in which nothing is known of: empty, but for its floor. */
function QuietTime({ left }: { readonly left: number }) {
  return <line className="fo-bar__quiet" x1={left} x2={left + CELL} y1={FLOOR - 0.5} y2={FLOOR - 0.5} />;
}

/** One meeting slot, drawn by what is known of it. */
export function Bar(props: {
  readonly slot: TurnoutSlot;
  readonly index: number;
  readonly turnout: Turnout;
  readonly concern?: Concern | undefined;
}) {
  const { slot, index, turnout, concern } = props;
  const x = index * CELL + (CELL - BAR) / 2;
  if (quietSinceOf(slot) !== null) return <QuietTime left={index * CELL} />;
  switch (slot.kind) {
    case 'held':
    case 'headcount-only':
      return <HeldBar slot={slot} x={x} top={topOf(turnout)} concern={concern} />;
    case 'not-held':
      return <rect className="fo-bar--open" x={x + 0.5} y={FLOOR - STUB} width={BAR - 1} height={STUB} />;
    case 'missing':
      return (
        <rect
          className="fo-bar--dotted"
          x={x + 0.5}
          y={FLOOR - UNCOUNTED}
          width={BAR - 1}
          height={UNCOUNTED}
        />
      );
    case 'rest':
      return <rect className="fo-bar--rest" x={index * CELL} y={FLOOR - 1.6} width={CELL} height={0.8} />;
    case 'planned':
      return (
        <rect className="fo-bar--planned" x={x + 0.5} y={FLOOR - PLANNED} width={BAR - 1} height={PLANNED} />
      );
  }
}

/** Where the group's usual number lies; nothing while the group is new or its numbers stay at its site. */
export function UsualLine({ turnout }: { readonly turnout: Turnout }) {
  if (turnout.usual === null) return null;
  const y = FLOOR - (turnout.usual / topOf(turnout)) * FLOOR;
  return (
    <line
      className="fo-bar__usual"
      x1={placesBefore(turnout.slots.length) * CELL}
      x2={placesOf(turnout.slots.length) * CELL}
      y1={y}
      y2={y}
    />
  );
}

/** How many places the board has, empty ones too. */
export const placesOf = (slots: number): number => Math.max(ROOM_FOR, slots);

export const boardOf = (slots: number): string => `0 0 ${placesOf(slots) * CELL} ${HEIGHT}`;
