import { useQuery } from '@tanstack/react-query';
import type { CalendarLink } from '@followon/shared/contract/calendar';
import { useState } from 'react';
import { wordsFor } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { useAct } from '../api/use-act.js';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { Details } from '../ui/details.js';
import { Asked } from '../ui/states.js';
import { calendarQuery, changeAddress } from './queries.js';

/** The address, to copy; where the browser does not let us, it can be marked and copied by hand. */
function Address({ href, name }: { readonly href: string; readonly name: string }) {
  const announce = useAnnounce();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const done = await navigator.clipboard.writeText(href).then(
      () => true,
      () => false,
    );
    setCopied(done);
    announce(t(done ? 'calendar.copied' : 'calendar.notCopied'));
  };
  return (
    <div className="fo-calendar__address">
      <label className="nhsuk-label" htmlFor={name}>
        {t('calendar.address')}
      </label>
      <input
        id={name}
        className="nhsuk-input"
        readOnly
        value={href}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button kind="secondary" onClick={() => void copy()}>
        {t(copied ? 'calendar.copied' : 'calendar.copy')}
      </Button>
    </div>
  );
}

function HowTo() {
  return (
    <Details summary={t('calendar.how')}>
      <p>
        <strong>{t('calendar.iphone')}</strong> {t('calendar.iphoneHow')}
      </p>
      <p>
        <strong>{t('calendar.android')}</strong> {t('calendar.androidHow')}
      </p>
      <p>
        <strong>{t('calendar.outlook')}</strong> {t('calendar.outlookHow')}
      </p>
      <p>{t('calendar.slow')}</p>
    </Details>
  );
}

function Standing({
  link,
  name,
  now,
}: {
  readonly link: CalendarLink;
  readonly name: string;
  readonly now: string;
}) {
  return (
    <>
      <Address href={link.href} name={name} />
      <p className="fo-muted">{t('calendar.until', { day: sayDay(link.expiresAt, now) })}</p>
      <HowTo />
    </>
  );
}

/** The address of a calendar: a group's, or one's own. */
export function CalendarAddress({ groupId }: { readonly groupId?: string }) {
  const { now } = useSession();
  const announce = useAnnounce();
  const calendar = useQuery(calendarQuery(groupId));
  const act = useAct(
    (how: 'new' | 'end', key) => changeAddress({ groupId, how }, key),
    ['calendar'],
    (_, how) => announce(t(how === 'new' ? 'calendar.made' : 'calendar.ended')),
  );
  const press = (how: 'new' | 'end') => () => act.mutate(how);
  return (
    <Asked query={calendar} lines={2}>
      {({ link }) => (
        <div className="fo-calendar">
          {link ? <Standing link={link} name={`calendar-${groupId ?? 'mine'}`} now={now} /> : null}
          {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
          <p className="fo-acts">
            <Button kind="secondary" busy={act.isPending} onClick={press('new')}>
              {t(link ? 'calendar.renew' : 'calendar.make')}
            </Button>
            {link ? (
              <Button kind="quiet" busy={act.isPending} onClick={press('end')}>
                {t('calendar.end')}
              </Button>
            ) : null}
          </p>
          {link ? <p className="fo-muted">{t('calendar.renewWhy')}</p> : null}
        </div>
      )}
    </Asked>
  );
}
