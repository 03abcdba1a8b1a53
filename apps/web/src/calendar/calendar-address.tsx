import { useQuery } from '@tanstack/react-query';
import type { CalendarLink } from '@followon/shared/contract/calendar';
import { useState } from 'react';
import { wordsFor } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { useAct } from '../api/use-act.js';
import { sayDay } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { FocusHere, useStay } from '../ui/focus-here.js';
import { Asked } from '../ui/states.js';
import { Address, HowTo } from './address.js';
import { calendarQuery, changeAddress } from './queries.js';

type CalendarAct = 'new' | 'end';

const ASKS: Readonly<Record<CalendarAct, { readonly sure: MessageKey; readonly yes: MessageKey }>> = {
  new: { sure: 'calendar.sure.new', yes: 'calendar.yes.new' },
  end: { sure: 'calendar.sure.end', yes: 'calendar.yes.end' },
};

function Standing({
  link,
  groupId,
  now,
}: {
  readonly link: CalendarLink;
  readonly groupId: string | undefined;
  readonly now: string;
}) {
  return (
    <>
      <Address href={link.href} name={`calendar-${groupId ?? 'mine'}`} />
      <p className="fo-muted">
        {t('calendar.until', { day: sayDay(link.expiresAt, now) })}{' '}
        {t(groupId === undefined ? 'calendar.keep' : 'calendar.keepOurs')}
      </p>
      <HowTo />
    </>
  );
}

interface SureProps {
  readonly how: CalendarAct;
  readonly isOurs: boolean;
  readonly busy: boolean;
  readonly onYes: () => void;
  readonly onBack: () => void;
}

/** Both end the address that people have on their phones, and neither can be undone. */
function Sure({ how, isOurs, busy, onYes, onBack }: SureProps) {
  const question = t(ASKS[how].sure);
  return (
    <FocusHere label={question}>
      <p className="fo-task__ask">{question}</p>
      <p>{t(isOurs ? 'calendar.stopsOurs' : 'calendar.stops')}</p>
      <p className="fo-acts">
        <Button kind="secondary" busy={busy} onClick={onYes}>
          {t(ASKS[how].yes)}
        </Button>
        <Button kind="quiet" onClick={onBack}>
          {t('calendar.leaveIt')}
        </Button>
      </p>
    </FocusHere>
  );
}

interface ActsProps {
  readonly hasLink: boolean;
  readonly busy: boolean;
  readonly onMake: () => void;
  readonly onAsk: (how: CalendarAct) => void;
}

function Acts({ hasLink, busy, onMake, onAsk }: ActsProps) {
  if (!hasLink)
    return (
      <p className="fo-acts">
        <Button kind="secondary" busy={busy} onClick={onMake}>
          {t('calendar.make')}
        </Button>
      </p>
    );
  return (
    <>
      <p className="fo-acts">
        <Button kind="secondary" onClick={() => onAsk('new')}>
          {t('calendar.renew')}
        </Button>
        <Button kind="quiet" onClick={() => onAsk('end')}>
          {t('calendar.end')}
        </Button>
      </p>
      <p className="fo-muted">{t('calendar.renewWhy')}</p>
    </>
  );
}

interface CalendarProps {
  readonly groupId?: string | undefined;
}

/** What can be done with the address, and the one question before it ends. */
function Deciding({ groupId, link }: CalendarProps & { readonly link: CalendarLink | null }) {
  const announce = useAnnounce();
  const { here, stay } = useStay<HTMLDivElement>();
  const [asked, ask] = useState<CalendarAct>();
  const back = () => {
    ask(undefined);
    stay();
  };
  const act = useAct(
    (how: CalendarAct, key) => changeAddress({ groupId, how }, key),
    ['calendar'],
    (_, how) => {
      back();
      announce(t(how === 'new' ? 'calendar.made' : 'calendar.ended'));
    },
  );
  const busy = act.isPending;
  return (
    <div className="fo-here" {...here}>
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
      {asked ? (
        <Sure
          {...{ how: asked, isOurs: groupId !== undefined, busy }}
          onYes={() => act.mutate(asked)}
          onBack={back}
        />
      ) : (
        <Acts {...{ hasLink: link !== null, busy }} onMake={() => act.mutate('new')} onAsk={ask} />
      )}
    </div>
  );
}

/** The address of a calendar: a group's, or one's own. */
export function CalendarAddress({ groupId }: CalendarProps) {
  const { now } = useSession();
  const calendar = useQuery(calendarQuery(groupId));
  return (
    <Asked query={calendar} lines={2}>
      {({ link }) => (
        <div className="fo-calendar">
          {link ? <Standing {...{ link, groupId, now }} /> : null}
          <Deciding {...{ groupId, link }} />
        </div>
      )}
    </Asked>
  );
}
