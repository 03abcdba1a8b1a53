import type { MeetingView } from '@followon/shared/contract/meetings';
import { useState } from 'react';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { RadioField, TextField } from '../ui/field.js';
import { Button } from '../ui/button.js';

/** A meeting that is written down, or a day that is not yet. */
export interface Which {
  readonly meeting: MeetingView | null;
  readonly on: string;
}

interface WhichProps {
  readonly meetings: readonly MeetingView[];
  readonly today: string;
  readonly which: Which;
  readonly onChoose: (which: Which) => void;
}

const ANOTHER = 'another';
const OFFERED = 4;

/** The meetings nobody has told of, newest first, the chosen one among them, and today. */
function offersFor({ meetings, today, which }: WhichProps): readonly Which[] {
  const due = meetings
    .filter(({ registerDue, on }) => registerDue && on <= today)
    .map((meeting) => ({ meeting, on: meeting.on }));
  const known = due.some(({ on }) => on === which.on) ? due : [which, ...due];
  const first = known.slice(0, OFFERED);
  return first.some(({ on }) => on === which.on) ? first : [which, ...first];
}

/** Which day is meant. Said as a sentence; the list opens only for those who meant another. */
export function WhichMeeting(props: WhichProps) {
  const { meetings, today, which, onChoose } = props;
  const [open, setOpen] = useState(false);
  const [another, setAnother] = useState(false);
  const pick = (on: string) =>
    onChoose({ on, meeting: meetings.find((meeting) => meeting.on === on) ?? null });
  if (!open)
    return (
      <p className="fo-record__day">
        <strong>{sayDay(which.on, today)}</strong>{' '}
        <Button kind="quiet" onClick={() => setOpen(true)}>
          {t('record.otherDay')}
        </Button>
      </p>
    );
  return (
    <>
      <RadioField
        name="meeting"
        label={t('record.which')}
        value={another ? ANOTHER : which.on}
        choices={[
          ...offersFor(props).map(({ on }) => ({ value: on, label: sayDay(on, today) })),
          { value: ANOTHER, label: t('record.another') },
        ]}
        onChoose={(value) => {
          setAnother(value === ANOTHER);
          if (value !== ANOTHER) pick(value);
        }}
      />
      {another ? (
        <TextField
          name="day"
          label={t('record.day')}
          type="date"
          max={today}
          value={which.on}
          onChange={(event) => pick(event.target.value || today)}
        />
      ) : null}
    </>
  );
}
