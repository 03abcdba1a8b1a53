import type { PolicyReplay, ReplayTotals } from '@followon/shared/contract/policy';
import { localeTag, t, type MessageKey } from '../i18n.js';

interface Figure {
  readonly of: keyof ReplayTotals;
  readonly words: MessageKey;
  /** Where the reader is told nothing that hangs on how many came. */
  readonly ofDates?: MessageKey;
}

const FIGURES: readonly Figure[] = [
  { of: 'groupsFlagged', words: 'policy.figure.groups' },
  { of: 'alertsPerClinicianPerWeek', words: 'policy.figure.alerts' },
  { of: 'flags', words: 'policy.figure.flags' },
  { of: 'flaggedAndNeededAHand', words: 'policy.figure.hand', ofDates: 'policy.figure.hand.dates' },
  { of: 'falseEdgesPerGroupYear', words: 'policy.figure.metOn' },
];

const sayNumber = (value: number | null): string =>
  value === null
    ? t('policy.figure.unknown')
    : new Intl.NumberFormat(localeTag(), { maximumFractionDigits: 2 }).format(value);

/** How it was with the marks that are saved, and how it would have been with others. */
export function TrialFigures({ trial }: { readonly trial: PolicyReplay }) {
  const { now, proposed } = trial;
  return (
    <table className="nhsuk-table fo-table fo-table--figures">
      <caption className="nhsuk-u-visually-hidden">{t('policy.figures')}</caption>
      <thead className="nhsuk-table__head">
        <tr>
          <td />
          <th scope="col" className="fo-number">
            {t('policy.now')}
          </th>
          <th scope="col" className="fo-number">
            {t('policy.proposed')}
          </th>
        </tr>
      </thead>
      <tbody className="nhsuk-table__body">
        {FIGURES.map(({ of, words, ofDates = words }) => (
          <tr className="nhsuk-table__row" key={of}>
            <th scope="row" className="nhsuk-table__header">
              {t(proposed.groups ? words : ofDates)}
            </th>
            <td className="nhsuk-table__cell fo-number" data-label={t('policy.now')}>
              {sayNumber(now.totals[of])}
            </td>
            <td className="nhsuk-table__cell fo-number" data-label={t('policy.proposed')}>
              {sayNumber(proposed.totals[of])}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The two sides in one sentence, for the ear and for the question before saving. */
export function sayTrial({ now, proposed }: PolicyReplay): string {
  const { groupsFlagged, alertsPerClinicianPerWeek } = proposed.totals;
  return t('policy.said', {
    groups: groupsFlagged,
    groupsNow: now.totals.groupsFlagged,
    alerts: sayNumber(alertsPerClinicianPerWeek),
    alertsNow: sayNumber(now.totals.alertsPerClinicianPerWeek),
    known: alertsPerClinicianPerWeek === null ? 'no' : 'yes',
  });
}
