import type { ProgrammeView } from '@followon/shared/contract/programmes';
import { useState } from 'react';
import { sayRefusal } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { civilDate, sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import { fixFirstDate, nameToRing } from './queries.js';

const TO_RING = 2;
const REFRESHES = ['programmes', 'handovers', 'groups', 'meetings'] as const;

interface StepProps {
  readonly groupId: string;
  readonly forming: NonNullable<ProgrammeView['forming']>;
  readonly now: string;
}

/** Only who said yes: two names, in the words they like to be called by. */
export function ToRing({ groupId, forming }: Omit<StepProps, 'now'>) {
  const announce = useAnnounce();
  const left = Math.max(0, TO_RING - forming.contacts);
  const [names, write] = useState<readonly string[]>(['', '']);
  const told = names
    .slice(0, left)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const act = useAct(nameToRing, REFRESHES, (count) => {
    announce(t('forming.ring.said', { count }));
    write(['', '']);
  });
  return (
    <form
      className="fo-form"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate({ groupId, names: told });
      }}
    >
      <h3 className="nhsuk-heading-s">{t('forming.ring.title')}</h3>
      {forming.contacts > 0 ? <p>{t('forming.ring.there', { count: forming.contacts })}</p> : null}
      {left > 0 ? (
        <>
          <p className="fo-muted">{t('forming.ring.how')}</p>
          {names.slice(0, left).map((name, place) => (
            <TextField
              key={place}
              name={`to-ring-${place + 1}`}
              label={t(place + forming.contacts === 0 ? 'forming.ring.one' : 'forming.ring.two')}
              value={name}
              maxLength={40}
              autoComplete="off"
              onChange={(event) => write(names.with(place, event.target.value))}
            />
          ))}
          {act.error ? <p role="alert">{sayRefusal(act.error)}</p> : null}
          <Button type="submit" busy={act.isPending} disabled={told.length === 0}>
            {t('forming.ring.go')}
          </Button>
        </>
      ) : null}
    </form>
  );
}

/** Fixed already, or one box to fix it in. */
export function FirstDate({ groupId, forming, now }: StepProps) {
  const announce = useAnnounce();
  const [date, setDate] = useState('');
  const act = useAct(
    (on: string, key) => fixFirstDate(groupId, on, key),
    REFRESHES,
    ({ on }) => announce(t('forming.firstIs', { day: sayDay(on, now) })),
  );
  if (forming.firstOn) return <p>{t('forming.firstIs', { day: sayDay(forming.firstOn, now) })}</p>;
  return (
    <form
      className="fo-form"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate(date);
      }}
    >
      <TextField
        name="first-on"
        label={t('forming.first')}
        type="date"
        min={civilDate(now)}
        value={date}
        onChange={(event) => setDate(event.target.value)}
      />
      {act.error ? <p role="alert">{sayRefusal(act.error)}</p> : null}
      <Button type="submit" kind="secondary" busy={act.isPending} disabled={date === ''}>
        {t('forming.first.go')}
      </Button>
    </form>
  );
}
