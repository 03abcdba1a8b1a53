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

type When = 'today' | 'later';

interface WhenProps {
  readonly when: When | undefined;
  readonly on: string;
  readonly onWhen: (when: When) => void;
  readonly onDay: (on: string) => void;
}

/** Nobody ends a group by leaving a box empty. */
function AskWhen({ when, on, onWhen, onDay }: WhenProps) {
  return (
    <>
      <RadioField
        name="when"
        label={t('ways.goodbye.when')}
        choices={[
          { value: 'today', label: t('ways.goodbye.onToday') },
          { value: 'later', label: t('ways.goodbye.onLater') },
        ]}
        value={when}
        onChoose={(chosen) => onWhen(chosen as When)}
      />
      {when === 'later' ? (
        <TextField
          name="on"
          label={t('ways.goodbye.on')}
          hint={t('ways.goodbye.hint')}
          type="date"
          value={on}
          onChange={(event) => onDay(event.target.value)}
        />
      ) : null}
    </>
  );
}

/** What is still to be said about the last day. */
function lacking(when: When | undefined, on: string, today: string) {
  if (when === undefined) return 'ways.missing.when';
  const isAhead = on > today && on <= dayAfter(today, MOST_DAYS_AHEAD);
  return when === 'today' || isAhead ? undefined : 'ways.missing.soon';
}

/** A good ending: today or on a day to come, with a list for goodbyes or without. */
export function GoodbyeWay({ group, now, onDone }: WayProps) {
  const [when, setWhen] = useState<When | undefined>(group.closing ? 'later' : undefined);
  const [on, setOn] = useState(group.closing?.on ?? '');
  const [how, setHow] = useState<How>('closed-well');
  const [why, setWhy] = useState<CloseReason>();
  const today = now.slice(0, 10);
  const isLater = when === 'later';
  const ends = isLater ? t('ways.goodbye.ends', { day: sayDay(on || now, now) }) : t('ways.goodbye.today');
  const list = how === 'closed-well' ? [t('ways.goodbye.list')] : [];
  return (
    <TwoSteps
      {...{ group, onDone }}
      way="goodbye"
      missing={lacking(when, on, today)}
      happens={[ends, ...list, t('ways.goodbye.messages')]}
      stays={[t('ways.stays.past'), t('ways.goodbye.wishes'), t('ways.goodbye.again')]}
      go={t(isLater ? 'ways.goodbye.goLater' : 'ways.goodbye.go')}
      said={t('ways.goodbye.said')}
      decision={(reason) => ({
        act: 'close',
        body: { how, ...(isLater && { on }), ...(why && { closeReason: why }), ...(reason && { reason }) },
      })}
    >
      <AskWhen when={when} on={on} onWhen={setWhen} onDay={setOn} />
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
