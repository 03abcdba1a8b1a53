type Point = { readonly at: readonly number[]; readonly cost: number };

const STEP = 0.5;
const CLOSE = 1e-10;
const SMALL = 1e-6;
const MOST_STEPS = 600;
const RESTARTS = 1;

/**
 * Where `cost` is lowest, by the simplex of Nelder & Mead (1965), begun anew where it stopped, because a simplex may fold up too
 * early. For a few numbers and a smooth cost; nothing random in it.
 */
export function lowest(cost: (at: readonly number[]) => number, from: readonly number[]): readonly number[] {
  let best = from;
  for (let start = 0; start <= RESTARTS; start += 1) best = descend(cost, best);
  return best;
}

function descend(cost: (at: readonly number[]) => number, from: readonly number[]): readonly number[] {
  const pointAt = (at: readonly number[]): Point => ({ at, cost: cost(at) });
  const corners = from.map((_, axis) => from.map((value, place) => (place === axis ? value + STEP : value)));
  let simplex = [from, ...corners].map(pointAt);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    simplex = simplex.toSorted((one, other) => one.cost - other.cost);
    const [best, worst] = [simplex[0] as Point, simplex.at(-1) as Point];
    if (worst.cost - best.cost < CLOSE * (1 + Math.abs(best.cost)) && isSmall(simplex)) break;
    simplex = better(simplex, pointAt);
  }
  return (simplex.toSorted((one, other) => one.cost - other.cost)[0] as Point).at;
}

const isSmall = (simplex: readonly Point[]): boolean =>
  simplex.every(({ at }) =>
    at.every((value, place) => Math.abs(value - (simplex[0]?.at[place] ?? 0)) < SMALL),
  );

/** The worst corner is turned over, stretched or drawn in; where nothing helps, all are drawn towards the best. */
function better(sorted: readonly Point[], pointAt: (at: readonly number[]) => Point): Point[] {
  const [best, worst] = [sorted[0] as Point, sorted.at(-1) as Point];
  const others = sorted.slice(0, -1);
  const middle = best.at.map(
    (_, place) => others.reduce((sum, { at }) => sum + (at[place] ?? 0), 0) / others.length,
  );
  const along = (by: number): Point =>
    pointAt(middle.map((value, place) => value + by * ((worst.at[place] ?? 0) - value)));
  const turned = along(-1);
  if (turned.cost < best.cost) return [...others, lower(along(-2), turned)];
  if (turned.cost < (others.at(-1) as Point).cost) return [...others, turned];
  const drawn = turned.cost < worst.cost ? along(-0.5) : along(0.5);
  if (drawn.cost < Math.min(turned.cost, worst.cost)) return [...others, drawn];
  return sorted.map(({ at }, place) =>
    place === 0 ? best : pointAt(at.map((value, axis) => ((best.at[axis] ?? 0) + value) / 2)),
  );
}

const lower = (one: Point, other: Point): Point => (one.cost < other.cost ? one : other);
