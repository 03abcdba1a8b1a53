import type { GroupHealthView } from '@followon/shared/contract/health';
import { explained } from '../dates.js';
import { explainedIn, t } from '../i18n.js';
import { Details } from './details.js';
import { Sign, standingWord, type Standing } from './level-tag.js';
import { boardOf, CELL, placesBefore } from './turnout-bars.js';

type Level = GroupHealthView['level'];
type Change = GroupHealthView['history'][number];

/** `watch` is our own note; everybody reads it as steady. */
const standing = (level: Level): Standing => (level === 'watch' ? 'steady' : (level ?? 'new'));

/** The level that held on a day: the last change up to it. */
function levelOn(history: readonly Change[], day: string): Standing {
  const change = history.toSorted((a, b) => a.at.localeCompare(b.at)).findLast(({ on }) => on <= day);
  return standing(change?.to ?? null);
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
const seenChanges = (history: readonly Change[]): readonly Change[] =>
  history.filter(({ from, to }) => standing(from) !== standing(to));

const TOP: Readonly<Partial<Record<Standing, number>>> = { fading: 6, 'at-risk': 0 };
const LOW = 14;
const FLOOR = 22;

interface RibbonProps {
  readonly health: Pick<GroupHealthView, 'turnout' | 'history'>;
  readonly now: string;
}

/** How the group's level moved, as a thin band under the strip. */
export function LevelRibbon({ health }: Omit<RibbonProps, 'now'>) {
  const days = health.turnout.slots.map(({ on }) => on);
  return (
    <svg
      className="fo-ribbon"
      viewBox={boardOf(days.length)}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {runsOf(days, health.history).map(({ standing: run, start, length }) => (
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
  );
}

/** The same as a list, newest first, for whoever asks. */
export function LevelHistory({ health, now }: RibbonProps) {
  const changes = seenChanges(health.history).toSorted((a, b) => b.at.localeCompare(a.at));
  return (
    <Details summary={t('ribbon.show')} lang={explainedIn()}>
      {changes.length === 0 ? (
        <p>{t('ribbon.none')}</p>
      ) : (
        <ul className="fo-history">
          {changes.map((change) => (
            <li key={change.eventId}>
              <Sign standing={standing(change.to)} />{' '}
              {t('ribbon.change', {
                day: explained.day(change.on, now),
                level: standingWord(standing(change.to)),
              })}
            </li>
          ))}
        </ul>
      )}
    </Details>
  );
}
