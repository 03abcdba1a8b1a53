import { Link } from '@tanstack/react-router';
import type { SiteOverview } from '@followon/shared/contract/sites';
import { explainedIn, t, type MessageKey } from '../i18n.js';
import { Sign, type Standing } from '../ui/level-tag.js';

type Search = {
  readonly site: string;
  readonly level?: 'steady' | 'fading' | 'at-risk';
  readonly state?: 'resting' | 'forming' | 'unknown';
};

interface Column {
  readonly words: MessageKey;
  readonly sign?: Standing;
  readonly count: (site: SiteOverview) => number;
  /** The rows it counts; left out where no filter finds them. */
  readonly search?: (site: string) => Search;
}

/** Levels first, which add up with those that have none; then the states. */
const COLUMNS: readonly Column[] = [
  {
    words: 'level.steady',
    sign: 'steady',
    count: (s) => s.byLevel['steady'] ?? 0,
    search: (site) => ({ site, level: 'steady' }),
  },
  {
    words: 'level.fading',
    sign: 'fading',
    count: (s) => s.byLevel['fading'] ?? 0,
    search: (site) => ({ site, level: 'fading' }),
  },
  {
    words: 'level.at-risk',
    sign: 'at-risk',
    count: (s) => s.byLevel['at-risk'] ?? 0,
    search: (site) => ({ site, level: 'at-risk' }),
  },
  {
    words: 'level.none',
    count: (s) => s.byLevel['none'] ?? 0,
  },
  {
    words: 'level.resting',
    sign: 'resting',
    count: (s) => s.byState['resting'] ?? 0,
    search: (site) => ({ site, state: 'resting' }),
  },
  {
    words: 'level.unknown',
    sign: 'unknown',
    count: (s) => s.byState['unknown'] ?? 0,
    search: (site) => ({ site, state: 'unknown' }),
  },
  {
    words: 'group.state.forming',
    sign: 'new',
    count: (s) => s.byState['forming'] ?? 0,
    search: (site) => ({ site, state: 'forming' }),
  },
];

/** A count is a link to the rows it counts; none is a quiet dash. */
function Count({
  count,
  search,
  words,
}: {
  readonly count: number;
  readonly search: Search | undefined;
  readonly words: string;
}) {
  if (count === 0 || !search) return <span className="fo-muted">{count}</span>;
  return (
    <Link to="/groups" search={search} aria-label={`${count} ${words}`}>
      {count}
    </Link>
  );
}

function SiteRow({ site }: { readonly site: SiteOverview }) {
  return (
    <tr className="nhsuk-table__row">
      <th scope="row" className="nhsuk-table__header">
        <Link to="/groups" search={{ site: site.siteId }}>
          {site.siteName}
        </Link>
      </th>
      <td className="nhsuk-table__cell fo-number" data-label={t('network.groups')}>
        {site.groups}
      </td>
      {COLUMNS.map((column) => (
        <td
          key={column.words}
          className={`nhsuk-table__cell fo-number ${column.count(site) === 0 ? 'fo-zero' : ''}`.trim()}
          data-label={t(column.words)}
          lang={explainedIn()}
        >
          <Count count={column.count(site)} search={column.search?.(site.siteId)} words={t(column.words)} />
        </td>
      ))}
    </tr>
  );
}

/** Every site: how many groups it has, and how they stand. */
export function SitesTable({ sites }: { readonly sites: readonly SiteOverview[] }) {
  return (
    <table className="nhsuk-table fo-table fo-table--sites">
      <caption className="nhsuk-u-visually-hidden">{t('network.caption')}</caption>
      <thead className="nhsuk-table__head">
        <tr>
          <th scope="col">{t('filter.site')}</th>
          <th scope="col" className="fo-number">
            {t('network.groups')}
          </th>
          {COLUMNS.map((column) => (
            <th key={column.words} scope="col" className="fo-number" lang={explainedIn()}>
              {column.sign ? <Sign standing={column.sign} /> : null} {t(column.words)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="nhsuk-table__body">
        {sites.map((site) => (
          <SiteRow key={site.siteId} site={site} />
        ))}
      </tbody>
    </table>
  );
}
