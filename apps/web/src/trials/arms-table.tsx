import type { TrialArm, TrialView } from '@followon/shared/contract/trials';
import { t, type MessageKey } from '../i18n.js';
import { inHundred } from './trial-words.js';

const COLUMNS = [
  'trials.table.units',
  'trials.table.groups',
  'trials.table.good',
  'trials.table.share',
] as const;

function Row({
  words,
  arm: { units, groups, good },
}: {
  readonly words: MessageKey;
  readonly arm: TrialArm;
}) {
  const cells = [
    units,
    groups,
    good ?? t('trials.table.notYet'),
    good === null
      ? t('trials.table.notYet')
      : t('trials.table.inHundred', { share: inHundred(good / units) }),
  ];
  return (
    <tr className="nhsuk-table__row">
      <th scope="row" className="nhsuk-table__header">
        {t(words)}
      </th>
      {COLUMNS.map((column, index) => (
        <td key={column} className="nhsuk-table__cell fo-number" data-label={t(column)}>
          {cells[index]}
        </td>
      ))}
    </tr>
  );
}

/** Each side of a trial in numbers: occasions of groups, never people. */
export function ArmsTable({ trial }: { readonly trial: TrialView }) {
  return (
    <table className="nhsuk-table fo-table fo-table--figures">
      <caption className="nhsuk-u-visually-hidden">{t('trials.table')}</caption>
      <thead className="nhsuk-table__head">
        <tr>
          <td />
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className="fo-number">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="nhsuk-table__body">
        <Row words="trials.table.sent" arm={trial.sent} />
        <Row words="trials.table.withheld" arm={trial.withheld} />
      </tbody>
    </table>
  );
}
