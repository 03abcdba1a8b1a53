import type { GroupHealthView } from '@followon/shared/contract/health';
import { Sign, type Standing } from './level-tag.js';
import { boardOf, CELL, placesBefore, placesOf } from './turnout-bars.js';

type Level = GroupHealthView['level'];
type Change = GroupHealthView['history'][number];

/** `watch` is our own note; everybody reads it as steady. */
export const standingAt = (level: Level): Standing => (level === 'watch' ? 'steady' : (level ?? 'new'));

/** The level that held on a day: the last change up to it. */
function levelOn(history: readonly Change[], day: string): Standing {
  const change = history.toSorted((a, b) => a.at.localeCompare(b.at)).findLast(({ on }) => on <= day);
  return standingAt(change?.to ?? null);
}

interface Run {
  readonly standing: Standing;
  readonly start: number;
  readonly length: number;
}

/** Neighbouring slots of one level, as stretches of ribbon. */
export function runsOf(days: readonly string[], history: readonly Change[]): readonly Run[] {
  return days.reduce<readonly Run[]>((runs, day, start) => {
    const now = levelOn(history, day);
    const last = runs.at(-1);
    if (last?.standing === now) return [...runs.slice(0, -1), { ...last, length: last.length + 1 }];
    return [...runs, { standing: now, start, length: 1 }];
  }, []);
}

/** The changes a reader may see: `watch` and back is no change to them. */
export const seenChanges = (history: readonly Change[]): readonly Change[] =>
  history.filter(({ from, to }) => standingAt(from) !== standingAt(to));

const TOP: Readonly<Partial<Record<Standing, number>>> = { fading: 6, 'at-risk': 0 };
const LOW = 14;
const FLOOR = 22;

/** Where the level changed, its sign stands above the ribbon. */
function Marks({ runs, slots }: { readonly runs: readonly Run[]; readonly slots: number }) {
  const before = placesBefore(slots);
  return runs.slice(1).map(({ standing, start }) => (
    <span
      key={start}
      className="fo-ribbon__mark"
      style={{ left: `${((before + start) / placesOf(slots)) * 100}%` }}
    >
      <Sign standing={standing} />
    </span>
  ));
}

/** How the group's level moved, as a thin band under the strip, with a sign where it changed. */
export function LevelRibbon({ health }: { readonly health: Pick<GroupHealthView, 'turnout' | 'history'> }) {
  const days = health.turnout.slots.map(({ on }) => on);
  const runs = runsOf(days, health.history);
  return (
    <div className="fo-ribbon-place" aria-hidden="true">
      <Marks runs={runs} slots={days.length} />
      <svg className="fo-ribbon" viewBox={boardOf(days.length)} preserveAspectRatio="none" focusable="false">
        {runs.map(({ standing: run, start, length }) => (
          <rect
            key={start}
            className={`fo-ribbon__run fo-ribbon__run--${run}`}
            x={(placesBefore(days.length) + start) * CELL + 0.5}
            y={TOP[run] ?? LOW}
            width={length * CELL - 1}
            height={FLOOR - (TOP[run] ?? LOW)}
          />
        ))}
      </svg>
    </div>
  );
}
