import { useQuery } from '@tanstack/react-query';
import type { PolicyView } from '@followon/shared/contract/policy';
import type { ReactNode } from 'react';
import { holds, useSession } from '../api/session.js';
import { siteQuery } from '../api/sites.js';
import { t } from '../i18n.js';
import { SelectField } from '../ui/field.js';
import { PageTitle } from '../ui/page.js';
import { Asked } from '../ui/states.js';
import { HandoverTerms } from './handover-terms.js';
import { markGroups, typed } from './marks.js';
import { PolicyForm } from './policy-form.js';
import { policyQuery } from './queries.js';

interface PageProps {
  readonly siteId: string;
  readonly onSite: (siteId: string) => void;
}

/** For whoever looks after several sites. */
function SitePicker({ siteId, onSite }: PageProps) {
  const session = useSession();
  const { data } = useQuery(siteQuery);
  const own = session.memberships.filter(({ role }) => role === 'site-admin').map((held) => held.siteId);
  const sites = (data?.items ?? []).filter(({ id }) => holds(session, 'network-admin') || own.includes(id));
  if (sites.length < 2) return null;
  return (
    <SelectField
      name="site"
      label={t('filter.site')}
      value={siteId}
      onChange={(event) => onSite(event.target.value)}
    >
      {sites.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

/** The marks for those who work by them and do not set them. */
function ReadOnly({ policy }: { readonly policy: PolicyView }) {
  return (
    <>
      <p>{t(policy.isDefault ? 'policy.read.shipped' : 'policy.read.own')}</p>
      <p>{t('policy.read.who')}</p>
      {markGroups.map(({ title, marks }) => (
        <section key={title} aria-label={t(title)}>
          <h2 className="nhsuk-heading-s">{t(title)}</h2>
          <dl className="fo-marks__read">
            {marks.map((mark) => (
              <div key={mark.name}>
                <dt>{t(mark.label)}</dt>
                <dd>{t('policy.read.mark', { mark: typed(mark, policy.thresholds), unit: t(mark.unit) })}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

/**
 * *How early should we speak up?*: the marks of a site, tried on its own history before they are saved. `children` say what
 * happens to what was spoken up about.
 */
export function PolicyPage({ siteId, onSite, children }: PageProps & { readonly children?: ReactNode }) {
  const policy = useQuery(policyQuery(siteId));
  return (
    <Asked query={policy} lines={6} isPage>
      {(it) => (
        <>
          <PageTitle title={t('policy.title')}>
            <p className="fo-lede">
              {t(it.mayChange ? 'policy.lede' : 'policy.lede.read', { site: it.siteName })}
            </p>
          </PageTitle>
          {it.mayChange ? (
            <>
              <div className="fo-policy">
                <SitePicker siteId={siteId} onSite={onSite} />
              </div>
              <PolicyForm key={siteId} policy={it} />
            </>
          ) : (
            <ReadOnly policy={it} />
          )}
          {children}
          <HandoverTerms siteId={siteId} />
        </>
      )}
    </Asked>
  );
}
