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

/** Getting to know a group that is steady is no news. */
const isNews = (from: Standing, to: Standing): boolean =>
  from !== to && to !== 'new' && !(from === 'new' && to === 'steady');

/** The changes a reader may see, oldest first: `watch` and back is no change to them. */
export const seenChanges = (history: readonly Change[]): readonly Change[] =>
  history
    .filter(({ from, to }) => isNews(standingAt(from), standingAt(to)))
    .toSorted((a, b) => a.at.localeCompare(b.at));

const TOP: Readonly<Partial<Record<Standing, number>>> = { fading: 6, 'at-risk': 0 };
const LOW = 14;
const FLOOR = 22;

interface Mark {
  readonly standing: Standing;
  /** The place of the slot it stands over; one past the last for what came after it. */
  readonly place: number;
}

/** Where the level changed among the slots, and after the last of them. */
export function marksOf(days: readonly string[], history: readonly Change[]): readonly Mark[] {
  const runs = runsOf(days, history);
  const marks = runs.flatMap(({ standing, start }, index) => {
    const before = runs[index - 1]?.standing;
    return before !== undefined && isNews(before, standing) ? [{ standing, place: start }] : [];
  });
  const last = runs.at(-1)?.standing ?? 'new';
  const latest = standingAt(history.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1)?.to ?? null);
  return isNews(last, latest) ? [...marks, { standing: latest, place: days.length }] : marks;
}

/** Where the level changed, its sign stands above the ribbon. */
function Marks({ marks, slots }: { readonly marks: readonly Mark[]; readonly slots: number }) {
  const before = placesBefore(slots);
  return marks.map(({ standing, place }) => (
    <span
      key={place}
      className={`fo-ribbon__mark ${place === slots ? 'fo-ribbon__mark--end' : ''}`.trim()}
      style={{ left: `${((before + place) / placesOf(slots)) * 100}%` }}
    >
      <Sign standing={standing} />
    </span>
  ));
}

/** How the group's level moved, as a thin band under the strip, with a sign where it changed. */
export function LevelRibbon({ health }: { readonly health: Pick<GroupHealthView, 'turnout' | 'history'> }) {
  const days = health.turnout.slots.map(({ on }) => on);
  const runs = runsOf(days, health.history);
  const marks = marksOf(days, health.history);
  return (
    <div
      className={`fo-ribbon-place ${marks.length > 0 ? 'fo-ribbon-place--marked' : ''}`.trim()}
      aria-hidden="true"
    >
      <Marks marks={marks} slots={days.length} />
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
