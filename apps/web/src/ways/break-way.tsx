import type { GroupView } from '@followon/shared/contract/groups';
import { useState } from 'react';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { TextField } from '../ui/field.js';
import { TwoSteps } from './two-steps.js';

export interface WayProps {
  readonly group: GroupView;
  readonly now: string;
  readonly onDone: () => void;
}

/** A break, with a day back where it is known. */
export function BreakWay({ group, now, onDone }: WayProps) {
  const [until, setUntil] = useState('');
  const isPast = until !== '' && until <= now.slice(0, 10);
  const asked = until ? t('ways.break.asked', { day: sayDay(until, now) }) : t('ways.break.open');
  return (
    <TwoSteps
      {...{ group, onDone }}
      way="break"
      missing={isPast ? 'ways.missing.later' : undefined}
      happens={[t('ways.break.quiet'), asked, t('ways.break.never')]}
      stays={[t('ways.stays.past'), t('ways.stays.people'), t('ways.break.change')]}
      go={t('ways.break.go')}
      said={t('ways.break.said')}
      decision={(reason) => ({
        act: 'rest',
        body: { ...(until && { until }), ...(reason && { reason }) },
      })}
    >
      <TextField
        name="until"
        label={t('ways.break.until')}
        hint={t('ways.break.hint')}
        type="date"
        value={until}
        onChange={(event) => setUntil(event.target.value)}
      />
    </TwoSteps>
  );
}
