import { useQuery } from '@tanstack/react-query';
import type { GroupView } from '@followon/shared/contract/groups';
import type { GroupHealthView } from '@followon/shared/contract/health';
import { explained } from '../dates.js';
import { explainedIn, t } from '../i18n.js';
import { LevelHistory } from '../ui/level-history.js';
import { LevelRibbon, RibbonLegend } from '../ui/level-ribbon.js';
import { Section } from '../ui/page.js';
import { concernOf } from '../ui/reason-list.js';
import { Asked, Empty } from '../ui/states.js';
import { StripLegend } from '../ui/strip-legend.js';
import { TurnoutStrip } from '../ui/turnout-strip.js';
import { placesBefore, placesOf } from '../ui/turnout-bars.js';
import { withQuiet } from '../ui/quiet-slot.js';
import { asOfToday, sayNext } from '../ui/turnout-words.js';
import { TurnoutTable } from '../ui/turnout-table.js';
import { useNarrow } from '../ui/use-narrow.js';
import { groupQueries } from './queries.js';

/** More bars than this cannot be told apart on a phone; the table keeps them all. */
const ON_A_PHONE = 20;

interface ChartProps {
  readonly group: GroupView;
  readonly health: GroupHealthView;
  readonly now: string;
}

/** A young group's first date stands under its first bar, if two dates fit beside each other there. */
const ROOM_FOR_DATES = 0.5;

/** From when to when. */
function Span({ turnout, now }: Pick<GroupHealthView, 'turnout'> & { readonly now: string }) {
  const [first] = turnout.slots;
  const last = turnout.slots.at(-1);
  if (!first || !last || first === last) return null;
  const slots = turnout.slots.length;
  const empty = placesBefore(slots) / placesOf(slots);
  return (
    <p
      className="fo-chart__span"
      aria-hidden="true"
      lang={explainedIn()}
      style={{ marginLeft: `${empty <= ROOM_FOR_DATES ? empty * 100 : 0}%` }}
    >
      <span>{explained.day(first.on, now)}</span>
      <span>{explained.day(last.on, now)}</span>
    </p>
  );
}

/** Its own people are neither judged nor measured against what could be expected. */
const withoutExpected = ({ slots, ...turnout }: GroupHealthView['turnout']): GroupHealthView['turnout'] => ({
  ...turnout,
  slots: slots.map((slot) => ({ ...slot, expected: null })),
});

/** How many are likely next: never more than a range, and never to the group's own people. */
function Next({ group, health, now }: ChartProps) {
  const said = sayNext({ ...health, plannedOn: group.nextMeetingOn }, now);
  return said ? (
    <p className="fo-chart__next" lang={explainedIn()}>
      {said}
    </p>
  ) : null;
}

/** What is known of every meeting, and what is drawn of it: to those who judge, silence too. */
function turnoutFor({ group, health, now }: ChartProps) {
  if (group.ownGroup) {
    const whole = asOfToday(withoutExpected(health.turnout), now);
    return { whole, drawn: whole };
  }
  const whole = asOfToday(health.turnout, now);
  return { whole, drawn: withQuiet(whole, health, now) };
}

function Chart({ group, health, now }: ChartProps) {
  const narrow = useNarrow();
  const { whole, drawn } = turnoutFor({ group, health, now });
  const turnout = narrow ? { ...drawn, slots: drawn.slots.slice(-ON_A_PHONE) } : drawn;
  const concern = group.ownGroup ? undefined : concernOf(health);
  return (
    <div className="fo-chart">
      <TurnoutStrip
        turnout={turnout}
        now={now}
        size="full"
        concern={concern}
        under={
          <>
            {group.ownGroup ? null : <LevelRibbon health={{ turnout, history: health.history }} />}
            <Span turnout={turnout} now={now} />
          </>
        }
      />
      <StripLegend turnout={turnout} concern={concern?.dates.length ? concern.level : undefined} />
      {group.ownGroup ? null : (
        <>
          <RibbonLegend health={{ turnout, history: health.history }} />
          <Next group={group} health={health} now={now} />
        </>
      )}
      <div className="fo-chart__more">
        <TurnoutTable turnout={whole} now={now} />
        {group.ownGroup ? null : (
          <LevelHistory groupId={group.id} history={health.history} now={now} usual={whole.usual} />
        )}
      </div>
    </div>
  );
}

const isPast = ({ kind }: GroupHealthView['turnout']['slots'][number]): boolean => kind !== 'planned';

/** How the group's meetings went, drawn as wide as the page, with its level under it. */
export function GroupTurnout({ group, now }: Omit<ChartProps, 'health'>) {
  const health = useQuery(groupQueries.health(group.id));
  return (
    <Section title={t('group.turnout')} id="turnout">
      <Asked query={health} lines={6}>
        {(known) =>
          known.turnout.slots.some(isPast) ? (
            <Chart group={group} health={known} now={now} />
          ) : (
            <Empty title={t('group.noTurnout')}>
              <p>{t('group.noTurnoutHow')}</p>
            </Empty>
          )
        }
      </Asked>
    </Section>
  );
}
