import type { ProgrammeView } from '@followon/shared/contract/programmes';
import { useState } from 'react';
import { Problem, sayRefusal } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { civilDate, sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import { FocusHere } from '../ui/focus-here.js';
import { moveLastSession } from './queries.js';

interface MoveProps {
  readonly programme: ProgrammeView;
  readonly now: string;
  readonly onMoved: () => void;
  readonly onBack: () => void;
}

/** A day that does not fit has one sentence of its own; all else is a refusal. */
const sayWhy = (error: Error): string =>
  (error instanceof Problem && error.fields[0]?.message) || sayRefusal(error);

/** A new day for the last session, and what goes with it; a refusal is said where it stands. */
export function MoveLastSession({ programme, now, onMoved, onBack }: MoveProps) {
  const [on, setOn] = useState('');
  const announce = useAnnounce();
  const act = useAct(
    (day: string, key) => moveLastSession(programme, day, key),
    ['programmes', 'handovers', 'groups'],
    ({ lastSessionOn }) => {
      announce(t('programme.move.said', { day: sayDay(lastSessionOn, now) }));
      onMoved();
    },
  );
  const error = act.variables === on ? act.error : null;
  return (
    <FocusHere className="fo-form" label={t('programme.move.start')}>
      <p>{t('programme.move.follows')}</p>
      <TextField
        name="move-last-session"
        label={t('programme.move.to')}
        hint={t('programme.move.hint', { day: sayDay(programme.lastSessionOn, now) })}
        type="date"
        min={civilDate(now)}
        value={on}
        invalid={error !== null}
        onChange={(event) => setOn(event.target.value)}
      />
      {error ? <p role="alert">{sayWhy(error)}</p> : null}
      <div className="fo-acts">
        <Button
          busy={act.isPending || on === '' || on === programme.lastSessionOn}
          onClick={() => act.mutate(on)}
        >
          {t('programme.move.go')}
        </Button>
        <Button kind="quiet" onClick={onBack}>
          {t('programme.move.back')}
        </Button>
      </div>
    </FocusHere>
  );
}
