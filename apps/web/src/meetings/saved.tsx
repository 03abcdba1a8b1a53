import { useEffect, useEffectEvent } from 'react';
import { Link, useRouter } from '@tanstack/react-router';
import type { MeetingView } from '@followon/shared/contract/meetings';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { Button } from '../ui/button.js';
import { FocusHere } from '../ui/focus-here.js';

/** *Record a meeting* pressed in the menu while this is shown leads to the page one is on: it means another meeting. */
function useSameAddressAgain(again: () => void): void {
  const router = useRouter();
  const onSame = useEffectEvent(again);
  useEffect(
    () =>
      router.subscribe('onBeforeNavigate', ({ hrefChanged }) => {
        if (!hrefChanged) onSame();
      }),
    [router],
  );
}

/** Saved means saved: what was written, thanks, and a way to change it. The focus comes here. */
export function Saved({
  meeting,
  onChange,
  onAnother,
}: {
  readonly meeting: MeetingView;
  readonly onChange: () => void;
  readonly onAnother: () => void;
}) {
  useSameAddressAgain(onAnother);
  return (
    <FocusHere className="fo-saved">
      <p className="fo-saved__title">{t('record.saved')}</p>
      <p>
        {t('record.said', { day: sayDay(meeting.on), count: meeting.headcount ?? 0, held: meeting.outcome })}
      </p>
      <div className="fo-acts">
        <Button kind="secondary" onClick={onChange}>
          {t('record.change')}
        </Button>
        <Button kind="secondary" onClick={onAnother}>
          {t('record.next')}
        </Button>
        <Link to="/groups/$id" params={{ id: meeting.groupId }}>
          {t('record.seeGroup')}
        </Link>
      </div>
    </FocusHere>
  );
}
