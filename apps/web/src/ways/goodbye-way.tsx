import type { CloseReason } from '@followon/shared/contract/groups';
import { useState } from 'react';
import { dayAfter, sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { RadioField, TextField } from '../ui/field.js';
import type { WayProps } from './break-way.js';
import { CLOSE_REASON, CLOSE_REASONS } from './close-words.js';
import { TwoSteps } from './two-steps.js';

const MOST_DAYS_AHEAD = 84;
type How = 'closed-well' | 'closed';

/** A good ending: today or on a day to come, with a list for goodbyes or without. */
export function GoodbyeWay({ group, now, onDone }: WayProps) {
  const [on, setOn] = useState(group.closing?.on ?? '');
  const [how, setHow] = useState<How>('closed-well');
  const [why, setWhy] = useState<CloseReason>();
  const today = now.slice(0, 10);
  const isOff = on !== '' && (on < today || on > dayAfter(today, MOST_DAYS_AHEAD));
  const ends = on > today ? t('ways.goodbye.ends', { day: sayDay(on, now) }) : t('ways.goodbye.today');
  const list = how === 'closed-well' ? [t('ways.goodbye.list')] : [];
  return (
    <TwoSteps
      {...{ group, onDone }}
      way="goodbye"
      missing={isOff ? 'ways.missing.soon' : undefined}
      happens={[ends, ...list, t('ways.goodbye.messages')]}
      stays={[t('ways.stays.past'), t('ways.goodbye.wishes'), t('ways.goodbye.again')]}
      go={t(on > today ? 'ways.goodbye.goLater' : 'ways.goodbye.go')}
      said={t('ways.goodbye.said')}
      decision={(reason) => ({
        act: 'close',
        body: { how, ...(on && { on }), ...(why && { closeReason: why }), ...(reason && { reason }) },
      })}
    >
      <TextField
        name="on"
        label={t('ways.goodbye.on')}
        hint={t('ways.goodbye.hint')}
        type="date"
        value={on}
        onChange={(event) => setOn(event.target.value)}
      />
      <RadioField
        name="how"
        label={t('ways.goodbye.how')}
        choices={[
          { value: 'closed-well', label: t('ways.goodbye.well') },
          { value: 'closed', label: t('ways.goodbye.plain') },
        ]}
        value={how}
        onChoose={(chosen) => setHow(chosen as How)}
      />
      <RadioField
        name="close-reason"
        label={t('ways.goodbye.why')}
        hint={t('ways.goodbye.whyHint')}
        choices={CLOSE_REASONS.map((value) => ({ value, label: t(CLOSE_REASON[value]) }))}
        value={why}
        onChoose={(chosen) => setWhy(chosen as CloseReason)}
      />
    </TwoSteps>
  );
}
