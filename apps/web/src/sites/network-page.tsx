import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SiteOverview } from '@followon/shared/contract/sites';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.js';
import { t, type MessageKey } from '../i18n.js';
import { FigureCard } from '../ui/figure-card.js';
import { PageTitle, Section } from '../ui/page.js';
import { Asked, Empty } from '../ui/states.js';
import { networkQuery } from './queries.js';
import { SitesTable } from './sites-table.js';

const sum = (sites: readonly SiteOverview[], of: (site: SiteOverview) => number): number =>
  sites.reduce((total, site) => total + of(site), 0);

interface Figure {
  readonly of: (site: SiteOverview) => number;
  readonly words: MessageKey;
  readonly how: MessageKey;
  readonly href?: string;
  /** Who may not do this sees the figure, and no rows. */
  readonly needs?: string;
}

const FIGURES: readonly Figure[] = [
  { of: (s) => s.openAlerts, words: 'network.alerts', how: 'network.alertsHow', href: '#standing' },
  {
    of: (s) => s.lateHandovers,
    words: 'network.late',
    how: 'network.lateHow',
    href: '#late',
    needs: 'see-handovers',
  },
  {
    of: (s) => s.silentGroups,
    words: 'network.silent',
    how: 'network.silentHow',
    href: '/groups?state=unknown',
  },
  {
    of: (s) => s.missingRegisters,
    words: 'network.missing',
    how: 'network.missingHow',
    href: '/groups?registersMissing=true',
  },
];

function Figures({ sites }: { readonly sites: readonly SiteOverview[] }) {
  const { actions } = useSession();
  return (
    <div className="fo-figures">
      {FIGURES.map(({ of, words, how, href, needs }) => (
        <FigureCard
          key={words}
          figure={sum(sites, of)}
          sentence={t(words, { count: sum(sites, of) })}
          how={t(how)}
          {...(href && (!needs || actions.includes(needs)) ? { href } : {})}
        />
      ))}
    </div>
  );
}

/** Endings are told apart: closing well, or going on in another group, is a good outcome and counts as one. */
function Ended({ sites }: { readonly sites: readonly SiteOverview[] }) {
  const well = sum(sites, (s) => s.byState['closed-well'] ?? 0);
  const joined = sum(sites, (s) => s.byState['merged'] ?? 0);
  const ended = well + sum(sites, (s) => s.byState['closed'] ?? 0);
  if (ended + joined === 0) return null;
  return (
    <p className="fo-note">
      {ended > 0 ? t('network.ended', { count: ended, well }) : null}{' '}
      {joined > 0 ? t('network.joined', { count: joined }) : null}
    </p>
  );
}

/** *Network*: every site on one screen; what is late, what is silent, what is fading. `children` list what needs a person. */
export function NetworkPage({ children }: { readonly children: ReactNode }) {
  const network = useQuery(networkQuery);
  return (
    <Asked query={network} lines={6}>
      {(sites) => {
        const counts = {
          sites: sites.length,
          groups: sum(sites, (s) => s.groups),
          fading: sum(sites, (s) => s.byLevel['fading'] ?? 0),
          risk: sum(sites, (s) => s.byLevel['at-risk'] ?? 0),
        };
        return (
          <>
            <PageTitle title={t('network.title', counts)}>
              <p className="fo-lede">{t('network.lede', counts)}</p>
            </PageTitle>
            {counts.groups === 0 ? (
              <Empty title={t('network.none')}>
                <p>
                  <Link to="/imports">{t('network.noneHow')}</Link>
                </p>
              </Empty>
            ) : (
              <>
                <SitesTable sites={sites} />
                <Ended sites={sites} />
                <p className="fo-muted">{t('network.adds')}</p>
                <Section title={t('network.attention')} id="attention">
                  <Figures sites={sites} />
                </Section>
              </>
            )}
            {children}
          </>
        );
      }}
    </Asked>
  );
}
