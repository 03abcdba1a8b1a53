import { useQuery } from '@tanstack/react-query';
import type { VolunteerView } from '@followon/shared/contract/volunteers';
import { useSession } from '../api/session.js';
import { siteQuery } from '../api/sites.js';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { PageTitle } from '../ui/page.js';
import { Asked, Empty } from '../ui/states.js';
import { CurrencyTag } from './currency-tag.js';
import { EditVolunteer } from './edit-volunteer.js';
import { volunteerQueries } from './queries.js';

interface RowProps {
  readonly volunteer: VolunteerView;
  readonly now: string;
  readonly siteName: string | undefined;
}

function Row({ volunteer, now, siteName }: RowProps) {
  const { displayName, caseload, caseloadCap, openTasks, pausedUntil, training, checks } = volunteer;
  return (
    <tr className="nhsuk-table__row">
      <th scope="row" className="nhsuk-table__header">
        {displayName}
        {siteName ? <span className="fo-block fo-muted">{siteName}</span> : null}
        {pausedUntil ? (
          <span className="fo-block fo-muted">
            {t('volunteers.onBreak', { day: sayDay(pausedUntil, now) })}
          </span>
        ) : null}
      </th>
      <td className="nhsuk-table__cell" data-label={t('volunteers.load')}>
        {t('volunteers.loadOf', { caseload, cap: caseloadCap })}
        <span className="fo-block fo-muted">{t('volunteers.open', { tasks: openTasks })}</span>
      </td>
      <td className="nhsuk-table__cell" data-label={t('volunteers.training')}>
        <CurrencyTag dated={training} now={now} />
      </td>
      <td className="nhsuk-table__cell" data-label={t('volunteers.checks')}>
        <CurrencyTag dated={checks} now={now} />
      </td>
      <td className="nhsuk-table__cell fo-table__edit">
        <EditVolunteer volunteer={volunteer} />
      </td>
    </tr>
  );
}

function Table({ volunteers, now }: { readonly volunteers: readonly VolunteerView[]; readonly now: string }) {
  const sites = useQuery(siteQuery);
  const isSeveral = new Set(volunteers.map(({ siteId }) => siteId)).size > 1;
  const nameOf = (id: string) =>
    isSeveral ? sites.data?.items.find((site) => site.id === id)?.name : undefined;
  return (
    <table className="nhsuk-table fo-table fo-table--volunteers">
      <caption className="nhsuk-u-visually-hidden">{t('volunteers.title')}</caption>
      <thead className="nhsuk-table__head">
        <tr>
          <th scope="col">{t('volunteers.name')}</th>
          <th scope="col">{t('volunteers.load')}</th>
          <th scope="col">{t('volunteers.training')}</th>
          <th scope="col">{t('volunteers.checks')}</th>
          <th scope="col">{t('volunteers.change')}</th>
        </tr>
      </thead>
      <tbody className="nhsuk-table__body">
        {volunteers.map((volunteer) => (
          <Row
            key={`${volunteer.id}-${volunteer.siteId}`}
            volunteer={volunteer}
            now={now}
            siteName={nameOf(volunteer.siteId)}
          />
        ))}
      </tbody>
    </table>
  );
}

/** Who volunteers, how much each has taken on, and until when training and checks hold. */
export function VolunteersPage() {
  const { now } = useSession();
  const volunteers = useQuery(volunteerQueries.list());
  return (
    <>
      <PageTitle title={t('volunteers.title')}>
        <p className="fo-muted">{t('volunteers.how')}</p>
      </PageTitle>
      <Asked query={volunteers} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('volunteers.none')}>
              <p>{t('volunteers.noneHow')}</p>
            </Empty>
          ) : (
            <Table volunteers={items} now={now} />
          )
        }
      </Asked>
    </>
  );
}
