import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ProgrammeView } from '@followon/shared/contract/programmes';
import type { ReactNode } from 'react';
import { holds, useSession } from '../api/session.js';
import { t, type MessageKey } from '../i18n.js';
import { Breadcrumb } from '../ui/breadcrumb.js';
import { PageTitle } from '../ui/page.js';
import { Asked, Empty } from '../ui/states.js';
import { LastSession } from './last-session.js';
import { Volunteer } from './volunteer.js';
import { sayEnd } from './programme-line.js';
import { programmeQueries } from './queries.js';

const MODE: Readonly<Record<ProgrammeView['mode'], MessageKey>> = {
  'in-person': 'programme.mode.in-person',
  online: 'programme.mode.online',
  hybrid: 'programme.mode.hybrid',
};

/**
 * A programme: when it ends, its handover (given by `children`), who goes on from it, and what is asked for now and then
 * (given by `rest`).
 */
export function ProgrammePage({
  id,
  children,
  rest,
}: {
  readonly id: string;
  readonly children: (handoverId: string) => ReactNode;
  readonly rest?: (handoverId: string, siteId: string) => ReactNode;
}) {
  const session = useSession();
  const { now, actions } = session;
  /** The volunteer of a programme is not that of its group until they are named there too. */
  const maySee = (groupId: string) =>
    session.ownGroupIds.includes(groupId) || holds(session, 'clinician', 'lead', 'site-admin');
  const programme = useQuery(programmeQueries.one(id));
  return (
    <Asked query={programme} lines={6} isPage>
      {(it) => (
        <>
          <PageTitle
            title={it.name}
            before={<Breadcrumb trail={[{ to: '/programmes', words: t('nav.programmes') }]} />}
          >
            <p className="fo-facts">
              {sayEnd(it, now)} {t(MODE[it.mode])} {it.siteName}.
            </p>
            {it.handover?.groupId && maySee(it.handover.groupId) ? (
              <p>
                <Link to="/groups/$id" params={{ id: it.handover.groupId }}>
                  {t('programme.group')}
                </Link>
              </p>
            ) : null}
          </PageTitle>
          <LastSession
            programme={it}
            now={now}
            mayFinish={it.may?.finish ?? actions.includes('finish-programme')}
          />
          {it.handover ? (
            children(it.handover.id)
          ) : (
            <Empty title={t('programme.noHandover')}>
              <p>{t('programme.noHandoverHow')}</p>
            </Empty>
          )}
          <Volunteer programme={it} />
          {it.handover ? rest?.(it.handover.id, it.siteId) : null}
        </>
      )}
    </Asked>
  );
}
