import type { Turnout } from '@followon/shared/contract/health';
import { explained } from '../dates.js';
import { explainedIn, t, type MessageKey } from '../i18n.js';
import { Details } from './details.js';
import { expectedAt } from './expected-band.js';

const KIND: Readonly<Record<Turnout['slots'][number]['kind'], MessageKey>> = {
  held: 'turnout.kind.held',
  'headcount-only': 'turnout.kind.headcount-only',
  'not-held': 'turnout.kind.not-held',
  missing: 'turnout.kind.missing',
  rest: 'turnout.kind.rest',
  planned: 'turnout.kind.planned',
};

function sayRange(slot: Turnout['slots'][number]): string {
  const range = expectedAt(slot);
  return range ? t('turnout.table.range', range) : t('turnout.table.unknown');
}

/** The strip as a table, newest first, opened when it is asked for. */
export function TurnoutTable({ turnout, now }: { readonly turnout: Turnout; readonly now: string }) {
  const isExpected = turnout.slots.some((slot) => expectedAt(slot) !== null);
  return (
    <Details summary={t('turnout.table.show')} lang={explainedIn()}>
      <table className="nhsuk-table">
        <caption className="nhsuk-u-visually-hidden">{t('turnout.table.caption')}</caption>
        <thead className="nhsuk-table__head">
          <tr>
            <th scope="col">{t('turnout.table.day')}</th>
            <th scope="col">{t('turnout.table.what')}</th>
            <th scope="col" className="fo-number">
              {t('turnout.table.came')}
            </th>
            {isExpected ? (
              <th scope="col" className="fo-number">
                {t('turnout.table.expected')}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody className="nhsuk-table__body">
          {turnout.slots.toReversed().map((slot, index) => (
            <tr key={`${slot.on}-${index}`} className="nhsuk-table__row">
              <td className="nhsuk-table__cell">{explained.day(slot.on, now)}</td>
              <td className="nhsuk-table__cell">{t(KIND[slot.kind])}</td>
              <td className="nhsuk-table__cell fo-number">{slot.headcount ?? t('turnout.table.unknown')}</td>
              {isExpected ? <td className="nhsuk-table__cell fo-number">{sayRange(slot)}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </Details>
  );
}
