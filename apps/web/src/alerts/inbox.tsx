import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AlertView } from '@followon/shared/contract/alerts';
import { useState } from 'react';
import { t } from '../i18n.js';
import { Button } from '../ui/button.js';
import { PageTitle } from '../ui/page.js';
import { Empty, Failed, Loading } from '../ui/states.js';
import { AlertCard } from './alert-card.js';
import { CAUSES, nameOf } from './alert-words.js';
import { InboxFilters } from './inbox-filters.js';
import { alertQueries, type AlertFilters } from './queries.js';

/** What an act did to an alert that has left the list since. */
interface Done {
  readonly id: string;
  readonly name: string;
  readonly said: string;
}

/**
 * What nobody had in hand when the list was opened first, then what weighs most, then what waits longest: an alert that is
 * taken in hand stays where the reader is. Ended ones stay newest first.
 */
function useOrder(hasEnded: boolean) {
  const [wasTaken] = useState(() => new Map<string, boolean>());
  const weight = ({ id, state, cause }: AlertView): number => {
    if (!wasTaken.has(id)) wasTaken.set(id, state !== 'open');
    return (wasTaken.get(id) ? CAUSES.length : 0) + CAUSES.indexOf(cause);
  };
  const isBefore = (a: AlertView, b: AlertView) =>
    weight(a) - weight(b) || a.openedAt.localeCompare(b.openedAt);
  return (alerts: readonly AlertView[]) => (hasEnded ? alerts : alerts.toSorted(isBefore));
}

function Nothing({ filters }: { readonly filters: AlertFilters }) {
  const isNarrowed = Object.values(filters).some((value) => value !== undefined);
  if (!isNarrowed)
    return (
      <Empty title={t('inbox.none')}>
        <p>{t('inbox.noneHow')}</p>
      </Empty>
    );
  return (
    <Empty title={t('inbox.noMatch')}>
      <p>
        <Link to="/alerts">{t('inbox.clear')}</Link>
      </p>
    </Empty>
  );
}

interface FoundProps {
  readonly filters: AlertFilters;
  readonly onDone: (done: Done) => void;
}

function Found({ filters, onDone }: FoundProps) {
  const list = useInfiniteQuery(alertQueries.inbox(filters));
  const inOrder = useOrder(filters.state === 'withdrawn' || filters.state === 'resolved');
  if (list.isPending) return <Loading lines={6} />;
  if (!list.data) return <Failed error={list.error} again={() => void list.refetch()} />;
  const alerts = list.data.pages.flatMap((page) => inOrder(page.items));
  if (alerts.length === 0) return <Nothing filters={filters} />;
  return (
    <>
      <p className="fo-muted" role="status">
        {list.hasNextPage ? null : t('inbox.count', { count: alerts.length })}
      </p>
      <div className="fo-stack">
        {alerts.map((alert) => (
          <AlertCard
            key={alert.id}
            alert={alert}
            onLeave={(said) => onDone({ id: alert.id, name: nameOf(alert), said })}
          />
        ))}
      </div>
      {list.hasNextPage ? (
        <Button kind="secondary" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('inbox.more')}
        </Button>
      ) : null}
    </>
  );
}

/** What was done last stands under the heading until the next act: nothing flashes past. */
function LastDone({ done }: { readonly done: Done | undefined }) {
  if (!done) return null;
  const { id, name, said } = done;
  return (
    <p className="fo-note fo-note--good fo-last-done">
      {t('alert.said.about', { name, said })}{' '}
      <Link to="/alerts/$id" params={{ id }} hash="useful">
        {t('alert.said.useful')}
      </Link>
    </p>
  );
}

interface InboxProps {
  readonly filters: AlertFilters;
  readonly onFilter: (filters: AlertFilters) => void;
}

/** *Groups that may need you*: every alert that needs somebody, with its reasons and the acts. */
export function Inbox({ filters, onFilter }: InboxProps) {
  const [done, setDone] = useState<Done>();
  return (
    <div className="fo-inbox">
      <PageTitle title={t('inbox.title')}>
        <p className="fo-lede">{t('inbox.lede')}</p>
        <LastDone done={done} />
      </PageTitle>
      <InboxFilters filters={filters} onFilter={onFilter} />
      <Found key={JSON.stringify(filters)} filters={filters} onDone={setDone} />
    </div>
  );
}
