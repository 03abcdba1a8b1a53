import type { MeetingView } from '@followon/shared/contract/meetings';
import { useState } from 'react';
import { send } from '../api/client.js';
import { wordsFor } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { civilDate, sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { Details } from '../ui/details.js';
import { TextField } from '../ui/field.js';

/** The next date, fixed in one box. */
export function PlanMeeting({ groupId, now }: { readonly groupId: string; readonly now: string }) {
  const [date, setDate] = useState('');
  const announce = useAnnounce();
  const act = useAct(
    (on: string, key) =>
      send<MeetingView>('POST', `/groups/${groupId}/meetings`, { body: { date: on }, key }),
    ['meetings', 'groups', 'handovers'],
    (meeting) => {
      announce(t('plan.said', { day: sayDay(meeting.on, now) }));
      setDate('');
    },
  );
  const plan = () => act.mutate(date);
  return (
    <Details summary={t('plan.open')}>
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
      {act.data ? <p>{t('plan.said', { day: sayDay(act.data.on, now) })}</p> : null}
      <TextField
        name="plan"
        label={t('plan.day')}
        type="date"
        min={civilDate(now)}
        value={date}
        onChange={(event) => setDate(event.target.value)}
      />
      <Button busy={act.isPending || date === ''} onClick={plan}>
        {t('plan.go')}
      </Button>
    </Details>
  );
}
