import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TrialsView } from '@followon/shared/contract/trials';
import { useSession } from '../api/session.js';
import { t } from '../i18n.js';
import { SelectField } from '../ui/field.js';
import { PageTitle, Section } from '../ui/page.js';
import { Asked, Empty } from '../ui/states.js';
import { trialsQuery } from './queries.js';
import { StartTrial } from './start-trial.js';
import { TrialCard } from './trial-card.js';

interface OwnSite {
  readonly siteId: string;
  readonly siteName: string;
}

interface PageProps {
  readonly siteId: string;
  /** The sites of the reader where there is something to see. */
  readonly sites: readonly OwnSite[];
  readonly onSite: (siteId: string) => void;
}

function SitePicker({ siteId, sites, onSite }: PageProps) {
  if (sites.length < 2) return null;
  return (
    <SelectField
      name="site"
      label={t('filter.site')}
      value={siteId}
      onChange={(event) => onSite(event.target.value)}
    >
      {sites.map((site) => (
        <option key={site.siteId} value={site.siteId}>
          {site.siteName}
        </option>
      ))}
    </SelectField>
  );
}

interface PartProps {
  readonly trials: TrialsView;
  readonly now: string;
}

function Running({ trials, now }: PartProps) {
  const running = trials.trials.filter(({ state }) => state === 'running');
  return (
    <Section title={t('trials.running')} id="running">
      {running.length === 0 ? (
        <Empty title={t('trials.running.none')}>
          <p>{t(trials.mayChange ? 'trials.running.start' : 'trials.running.who')}</p>
        </Empty>
      ) : (
        <Cards {...{ trials, now }} shown={running} />
      )}
    </Section>
  );
}

function Cards({ trials, shown, now }: PartProps & { readonly shown: TrialsView['trials'] }) {
  const stands = new Map(trials.kinds.map((kind) => [kind.key, kind.stands]));
  return (
    <div className="fo-stack">
      {shown.map((trial) => (
        <TrialCard
          key={trial.id}
          {...{ trial, now, mayChange: trials.mayChange, stands: stands.get(trial.key) }}
        />
      ))}
    </div>
  );
}

function Start({ trials }: { readonly trials: TrialsView }) {
  if (!trials.mayChange) return null;
  const isFree = trials.kinds.some(({ stands }) => stands === 'sent');
  return (
    <Section title={t('trials.start.title')} id="start">
      <p>{t('trials.start.lede')}</p>
      {isFree ? <StartTrial trials={trials} /> : <p>{t('trials.start.all')}</p>}
    </Section>
  );
}

/** *Do our messages help?*: trials of a site that run and that are over, and the form that starts one. */
export function EffectsPage(props: PageProps) {
  const { now, actions } = useSession();
  const trials = useQuery(trialsQuery(props.siteId));
  return (
    <Asked query={trials} lines={6} isPage>
      {(it) => {
        const over = it.trials.filter(({ state }) => state !== 'running');
        return (
          <>
            <PageTitle title={t('trials.title')}>
              <p className="fo-lede">{t('trials.lede', { site: it.siteName })}</p>
              {actions.includes('see-message-previews') ? (
                <Link to="/message-preview" search={{ site: it.siteId }} className="fo-kind__link">
                  {t('preview.link')}
                </Link>
              ) : null}
            </PageTitle>
            <p className="fo-trial__ethics">{t('trials.ethics')}</p>
            <SitePicker {...props} />
            <Running trials={it} now={now} />
            {over.length === 0 ? null : (
              <Section title={t('trials.over')} id="over">
                <Cards trials={it} now={now} shown={over} />
              </Section>
            )}
            <Start trials={it} />
          </>
        );
      }}
    </Asked>
  );
}
