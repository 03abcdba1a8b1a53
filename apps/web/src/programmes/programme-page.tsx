import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ProgrammeView } from '@followon/shared/contract/programmes';
import type { ReactNode } from 'react';
import { wordsFor } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { useAct } from '../api/use-act.js';
import { civilDate, sayDay } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Breadcrumb } from '../ui/breadcrumb.js';
import { Button } from '../ui/button.js';
import { PageTitle } from '../ui/page.js';
import { Asked, Empty } from '../ui/states.js';
import { Volunteer } from './volunteer.js';
import { sayEnd } from './programme-line.js';
import { finishProgramme, programmeQueries } from './queries.js';

const MODE: Readonly<Record<ProgrammeView['mode'], MessageKey>> = {
  'in-person': 'programme.mode.in-person',
  online: 'programme.mode.online',
  hybrid: 'programme.mode.hybrid',
};

/** The last session was held: said by a person, never by a date alone. */
function Finish({ programme, now }: { readonly programme: ProgrammeView; readonly now: string }) {
  const announce = useAnnounce();
  const act = useAct(
    (on: string, key) => finishProgramme(programme.id, on, key),
    ['programmes', 'handovers', 'groups'],
    () => announce(t('programme.finish.said')),
  );
  const today = civilDate(now);
  if (programme.finishedOn || programme.lastSessionOn > today) return null;
  return (
    <div className="fo-kind">
      <p>{t('programme.finish.ask', { day: sayDay(programme.lastSessionOn, now) })}</p>
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
      <Button busy={act.isPending} onClick={() => act.mutate(programme.lastSessionOn)}>
        {t('programme.finish.go')}
      </Button>
    </div>
  );
}

/** A programme: when it ends, who goes on from it, and its handover (given by `children`). */
export function ProgrammePage({
  id,
  children,
}: {
  readonly id: string;
  readonly children: (handoverId: string, siteId: string) => ReactNode;
}) {
  const { now, actions } = useSession();
  const programme = useQuery(programmeQueries.one(id));
  return (
    <Asked query={programme} lines={6}>
      {(it) => (
        <>
          <PageTitle
            title={it.name}
            before={<Breadcrumb trail={[{ to: '/programmes', words: t('nav.programmes') }]} />}
          >
            <p className="fo-facts">
              {sayEnd(it, now)} {t(MODE[it.mode])} {it.siteName}.
            </p>
            {it.handover?.groupId ? (
              <p>
                <Link to="/groups/$id" params={{ id: it.handover.groupId }}>
                  {t('programme.group')}
                </Link>
              </p>
            ) : null}
          </PageTitle>
          {(it.may?.finish ?? actions.includes('finish-programme')) ? (
            <Finish programme={it} now={now} />
          ) : null}
          <Volunteer programme={it} />
          {it.handover ? (
            children(it.handover.id, it.siteId)
          ) : (
            <Empty title={t('programme.noHandover')}>
              <p>{t('programme.noHandoverHow')}</p>
            </Empty>
          )}
        </>
      )}
    </Asked>
  );
}
