import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { holds, useSession } from '../api/session.js';
import { t } from '../i18n.js';
import { Button } from '../ui/button.js';
import { PageTitle } from '../ui/page.js';
import { Empty, Failed, Loading } from '../ui/states.js';
import { DeliveryCard } from './delivery-card.js';
import { DeliveryNumbers } from './delivery-numbers.js';
import type { MessageFilters } from './delivery-queries.js';
import { deliveryQueries } from './delivery-queries.js';
import { MessageFilterBar } from './message-filters.js';

interface PageProps {
  readonly filters: MessageFilters;
  readonly onFilter: (filters: MessageFilters) => void;
  /** Where a message began. */
  readonly trace: (eventId: string) => ReactNode;
}

/** Nothing was written yet, or nothing fits what was chosen. */
function Nothing({ filters }: Pick<PageProps, 'filters'>) {
  const isNarrowed = Object.values(filters).some((value) => value !== undefined);
  return isNarrowed ? (
    <Empty title={t('delivery.none')}>
      <p>
        <Link to="/messages">{t('delivery.all')}</Link>
      </p>
    </Empty>
  ) : (
    <Empty title={t('delivery.noneYet')}>
      <p>{t('delivery.noneYetHow')}</p>
    </Empty>
  );
}

function Found({ filters, trace }: Omit<PageProps, 'onFilter'>) {
  const list = useInfiniteQuery(deliveryQueries.list(filters));
  if (list.isPending) return <Loading lines={8} />;
  if (list.isError) return <Failed error={list.error} again={() => void list.refetch()} />;
  const lines = list.data.pages.flatMap(({ items }) => items);
  if (lines.length === 0) return <Nothing filters={filters} />;
  return (
    <>
      <ul className="fo-deliveries">
        {lines.map((line) => (
          <DeliveryCard key={line.id} line={line} trace={trace} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <p>
          <Button kind="secondary" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('delivery.more')}
          </Button>
        </p>
      ) : null}
    </>
  );
}

/**
 * Every message of a site: what left, what waits, what was held back and why, and what a person decides. Those who have
 * no duty to single messages see how many there are.
 */
export function MessagesPage({ filters, onFilter, trace }: PageProps) {
  const session = useSession();
  const seesEach = holds(session, 'site-admin', 'lead');
  return (
    <>
      <PageTitle title={t('delivery.title')}>
        <p className="fo-lede">{t(seesEach ? 'delivery.lede' : 'delivery.ledeCounts')}</p>
        {session.actions.includes('see-message-previews') ? (
          <Link to="/message-preview" className="fo-kind__link">
            {t('preview.link')}
          </Link>
        ) : null}
      </PageTitle>
      <MessageFilterBar filters={filters} onChange={onFilter} whole={seesEach} />
      <DeliveryNumbers
        filters={filters}
        {...(seesEach && { onState: (state) => onFilter({ ...filters, state }) })}
      />
      {seesEach ? <Found filters={filters} trace={trace} /> : null}
    </>
  );
}
