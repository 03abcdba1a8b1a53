import { useQuery } from '@tanstack/react-query';
import type { RuleVerdicts } from '@followon/shared/contract/alerts';
import { useSession } from '../api/session.js';
import { t } from '../i18n.js';
import { Section } from '../ui/page.js';
import { Asked } from '../ui/states.js';
import { alertQueries } from './queries.js';
import { sayRule } from './rule-words.js';

const COUNTS = [
  ['useful', 'alert.verdict.useful'],
  ['notUseful', 'alert.verdict.not-useful'],
  ['wrong', 'alert.verdict.wrong'],
] as const;

/** How often people found alerts of each rule useful, not useful or wrong: counts, never who. */
export function Verdicts({ verdicts }: { readonly verdicts: readonly RuleVerdicts[] }) {
  if (verdicts.length === 0) return <p className="fo-muted">{t('verdicts.none')}</p>;
  return (
    <table className="nhsuk-table fo-table">
      <caption className="nhsuk-u-visually-hidden">{t('verdicts.caption')}</caption>
      <thead className="nhsuk-table__head">
        <tr>
          <th scope="col">{t('verdicts.rule')}</th>
          {COUNTS.map(([count, words]) => (
            <th key={count} scope="col" className="fo-number">
              {t(words)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="nhsuk-table__body">
        {verdicts.map((verdict) => (
          <tr key={verdict.rule} className="nhsuk-table__row">
            <th scope="row" className="nhsuk-table__header">
              {sayRule(verdict.rule)}
            </th>
            {COUNTS.map(([count, words]) => (
              <td key={count} className="nhsuk-table__cell fo-number" data-label={t(words)}>
                {verdict[count]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Of a whole site, for those who set what it is told. */
export function VerdictsOfSite({ siteId }: { readonly siteId: string }) {
  return useSession().actions.includes('see-alert-feedback') ? <Shown siteId={siteId} /> : null;
}

function Shown({ siteId }: { readonly siteId: string }) {
  const verdicts = useQuery(alertQueries.verdicts(siteId));
  return (
    <Section title={t('verdicts.title')} id="verdicts">
      <p>{t('verdicts.lede')}</p>
      <Asked query={verdicts} lines={3}>
        {({ items }) => <Verdicts verdicts={items} />}
      </Asked>
    </Section>
  );
}
