import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '../api/session.js';
import { civilDate } from '../dates.js';
import { t } from '../i18n.js';
import { PageTitle } from '../ui/page.js';
import { Asked, Empty } from '../ui/states.js';
import { meetingQueries } from './queries.js';
import { RecordForm } from './record-form.js';

function ForGroup({
  groupId,
  meetingId,
}: {
  readonly groupId: string;
  readonly meetingId: string | undefined;
}) {
  const session = useSession();
  const group = useQuery(meetingQueries.group(groupId));
  const meetings = useQuery(meetingQueries.ofGroup(groupId));
  return (
    <Asked query={group} isPage>
      {(it) => (
        <>
          <PageTitle title={t('record.title')}>
            <p className="fo-record__group">{it.name}</p>
          </PageTitle>
          {it.may.record ? (
            <Asked query={meetings}>
              {({ items }) => (
                <RecordForm
                  key={`${groupId}-${meetingId ?? ''}`}
                  groupId={groupId}
                  meetings={items}
                  today={civilDate(session.now)}
                  meetingId={meetingId}
                  needsWhy={!it.ownGroup}
                />
              )}
            </Asked>
          ) : (
            <Empty title={t('record.notYours')}>
              <p>{t('record.notYoursWho')}</p>
            </Empty>
          )}
        </>
      )}
    </Asked>
  );
}

function Choose() {
  const groups = useQuery(meetingQueries.ownGroups());
  return (
    <Asked query={groups} isPage>
      {({ items }) => {
        const only = items.length === 1 ? items[0] : undefined;
        if (only) return <ForGroup groupId={only.id} meetingId={undefined} />;
        return (
          <>
            <PageTitle title={t('record.title')} />
            {items.length === 0 ? (
              <Empty title={t('record.noGroup')}>
                <p>{t('record.noGroupHow')}</p>
              </Empty>
            ) : (
              <nav aria-label={t('record.chooseGroup')}>
                <p className="fo-task__ask">{t('record.chooseGroup')}</p>
                <ul className="fo-pile fo-pile--list">
                  {items.map((group) => (
                    <li key={group.id}>
                      <Link to="/record" search={{ group: group.id }} className="fo-choice">
                        {group.name}
                      </Link>
                    </li>
                  ))}
                </ul>
              </nav>
            )}
          </>
        );
      }}
    </Asked>
  );
}

/** *Record a meeting*: the group (asked only when there is more than one), how many came, saved. */
export function RecordPage({
  group,
  meeting,
}: {
  readonly group: string | undefined;
  readonly meeting: string | undefined;
}) {
  return (
    <div className="fo-narrow">{group ? <ForGroup groupId={group} meetingId={meeting} /> : <Choose />}</div>
  );
}
