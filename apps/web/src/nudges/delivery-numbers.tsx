import { useQuery } from '@tanstack/react-query';
import { t } from '../i18n.js';
import { Asked, Empty } from '../ui/states.js';
import type { MessageFilters } from './delivery-queries.js';
import { deliveryQueries } from './delivery-queries.js';
import { STATE_ORDER, STATES } from './delivery-words.js';
import { RepliesToSee } from './replies-to-see.js';

type State = NonNullable<MessageFilters['state']>;

interface NumbersProps {
  readonly filters: MessageFilters;
  /** Absent where there is no list to narrow. */
  readonly onState?: (state: State | undefined) => void;
}

/** How many messages stand how; few of them are not told outside their site. */
export function DeliveryNumbers({ filters, onState }: NumbersProps) {
  const counts = useQuery(deliveryQueries.counts(filters.site));
  // The list below says it already.
  if (onState && counts.isError) return null;
  return (
    <Asked query={counts} lines={2}>
      {({ states, replies, differing }) => {
        if (states.length === 0 && !onState) return <Empty title={t('delivery.noneYet')} />;
        const known = new Map(states.map(({ state, count }) => [state, count]));
        return (
          <>
            <ul className="fo-counts" aria-label={t('delivery.counts')}>
              {STATE_ORDER.filter((state) => known.has(state)).map((state) => (
                <li key={state}>
                  <Number
                    state={state}
                    count={known.get(state) ?? null}
                    chosen={filters.state === state}
                    onState={onState}
                  />
                </li>
              ))}
            </ul>
            <RepliesToSee replies={replies} differing={differing} />
          </>
        );
      }}
    </Asked>
  );
}

interface NumberProps {
  readonly state: State;
  readonly count: number | null;
  readonly chosen: boolean;
  readonly onState: NumbersProps['onState'];
}

function Number({ state, count, chosen, onState }: NumberProps) {
  const inside = (
    <>
      <span className="fo-count__number">{count ?? t('delivery.few')}</span> <span>{t(STATES[state])}</span>
    </>
  );
  if (!onState) return <p className="fo-count">{inside}</p>;
  return (
    <button
      type="button"
      className="fo-count"
      aria-pressed={chosen}
      onClick={() => onState(chosen ? undefined : state)}
    >
      {inside}
    </button>
  );
}
