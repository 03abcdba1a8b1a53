import { useQuery } from '@tanstack/react-query';
import type { ImportReport } from '@followon/shared/contract/imports';
import { t } from '../i18n.js';
import { Section } from '../ui/page.js';
import { Asked } from '../ui/states.js';
import { importQuery } from './queries.js';

function Refused({ report }: { readonly report: ImportReport }) {
  if (report.refusedTotal === 0) return null;
  return (
    <Section title={t('import.refused', { count: report.refusedTotal })} id="refused">
      <p>{t('import.refusedWhat')}</p>
      <table className="nhsuk-table fo-table">
        <caption className="nhsuk-u-visually-hidden">
          {t('import.refused', { count: report.refusedTotal })}
        </caption>
        <thead className="nhsuk-table__head">
          <tr>
            <th scope="col" className="fo-number">
              {t('import.line')}
            </th>
            <th scope="col">{t('import.reason')}</th>
          </tr>
        </thead>
        <tbody className="nhsuk-table__body">
          {report.refused.map(({ line, reason }) => (
            <tr key={line} className="nhsuk-table__row">
              <td className="nhsuk-table__cell fo-number" data-label={t('import.line')}>
                {line}
              </td>
              <td className="nhsuk-table__cell" data-label={t('import.reason')}>
                {reason}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {report.refusedTotal > report.refused.length ? (
        <p>{t('import.refusedMore', { count: report.refused.length })}</p>
      ) : null}
    </Section>
  );
}

const sayState = (report: ImportReport): string => {
  if (report.state === 'running') return t(report.dryRun ? 'import.checking' : 'import.running');
  if (report.state === 'failed') return t('import.failed');
  return t(report.dryRun ? 'import.checked' : 'import.done');
};

/** What became of a file: read, kept, new, and every refused line with its number and its reason. */
export function ImportReportView({ id }: { readonly id: string }) {
  const report = useQuery(importQuery(id));
  return (
    <Asked query={report}>
      {(it) => (
        <>
          <Section title={sayState(it)} id="report">
            {it.state === 'running' ? (
              <progress
                className="fo-progress"
                max={Math.max(1, it.kept)}
                value={it.applied}
                aria-label={t('import.running')}
              />
            ) : null}
            <dl className="nhsuk-summary-list fo-summary">
              {(
                [
                  ['import.read', it.read],
                  ['import.kept', it.kept],
                  ['import.new', it.new],
                  ['import.groups', it.groups],
                ] as const
              ).map(([words, count]) => (
                <div className="nhsuk-summary-list__row" key={words}>
                  <dt className="nhsuk-summary-list__key">{t(words)}</dt>
                  <dd className="nhsuk-summary-list__value fo-number">{count.toLocaleString('en-GB')}</dd>
                </div>
              ))}
            </dl>
          </Section>
          <Refused report={it} />
        </>
      )}
    </Asked>
  );
}
