import type { GroupHealthView } from '@followon/shared/contract/health';
import { explainedIn, t } from '../i18n.js';
import { marksOf, runsOf } from './level-steps.js';
import { Sign, standingWord, type Standing } from './level-tag.js';
import { boardOf, CELL, placesBefore, placesOf } from './turnout-bars.js';

interface RibbonProps {
  readonly health: Pick<GroupHealthView, 'turnout' | 'history'>;
}

const TOP: Readonly<Partial<Record<Standing, number>>> = { fading: 6, 'at-risk': 0 };
const LOW = 14;
const FLOOR = 22;
const topOf = (standing: Standing): number => TOP[standing] ?? LOW;

/** Where the level changed, its sign stands above the ribbon. */
function Marks({ marks, slots }: { readonly marks: ReturnType<typeof marksOf>; readonly slots: number }) {
  const before = placesBefore(slots);
  return marks.map(({ standing, start }) => (
    <span
      key={start}
      className={`fo-ribbon__mark ${start === slots ? 'fo-ribbon__mark--end' : ''}`.trim()}
      style={{ left: `${((before + start) / placesOf(slots)) * 100}%` }}
    >
      <Sign standing={standing} />
    </span>
  ));
}

/** How the group's level moved, as a thin band under the strip, with a sign where it changed. */
export function LevelRibbon({ health }: RibbonProps) {
  const { slots } = health.turnout;
  const marks = marksOf(slots, health.history);
  const before = placesBefore(slots.length);
  return (
    <div
      className={`fo-ribbon-place ${marks.length > 0 ? 'fo-ribbon-place--marked' : ''}`.trim()}
      aria-hidden="true"
    >
      <Marks marks={marks} slots={slots.length} />
      <svg className="fo-ribbon" viewBox={boardOf(slots.length)} preserveAspectRatio="none" focusable="false">
        {runsOf(slots, health.history).map(({ standing, start, end }) => (
          <rect
            key={start}
            className={`fo-ribbon__run--${standing}`}
            x={(before + start) * CELL + 0.5}
            y={topOf(standing)}
            width={Math.max(0.5, (end - start) * CELL - 1)}
            height={FLOOR - topOf(standing)}
          />
        ))}
      </svg>
    </div>
  );
}

/** What the ribbon's colours and the signs above it mean: only those that stand in it. */
export function RibbonLegend({ health }: RibbonProps) {
  const { slots } = health.turnout;
  const drawn = [...runsOf(slots, health.history), ...marksOf(slots, health.history)];
  return (
    <ul className="fo-legend fo-legend--ribbon" lang={explainedIn()}>
      <li>{t('ribbon.legend')}</li>
      {[...new Set(drawn.map(({ standing }) => standing))].map((standing) => (
        <li key={standing}>
          <svg className="fo-legend__swatch" viewBox="0 0 14 16" aria-hidden="true" focusable="false">
            <rect className={`fo-ribbon__run--${standing}`} x="0" y="5" width="14" height="7" />
          </svg>
          <Sign standing={standing} />
          {standingWord(standing)}
        </li>
      ))}
    </ul>
  );
}
