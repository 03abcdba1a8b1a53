import type { ProgrammeView } from '@followon/shared/contract/programmes';
import { useState } from 'react';
import { wordsFor } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { civilDate, sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { FocusHere, focusHeading } from '../ui/focus-here.js';
import { MoveLastSession } from './move-last-session.js';
import { finishProgramme } from './queries.js';

interface LastSessionProps {
  readonly programme: ProgrammeView;
  readonly now: string;
}

/** The last session was held: said by a person, never by a date alone. `onMove`: it was not, it is on another day. */
function Finish({
  programme,
  now,
  onMove,
}: LastSessionProps & { readonly onMove: (() => void) | undefined }) {
  const announce = useAnnounce();
  const act = useAct(
    (on: string, key) => finishProgramme(programme.id, on, key),
    ['programmes', 'handovers', 'groups'],
    () => {
      announce(t('programme.finish.said'));
      focusHeading();
    },
  );
  return (
    <div className="fo-kind">
      <p>{t('programme.finish.ask', { day: sayDay(programme.lastSessionOn, now) })}</p>
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
      <div className="fo-acts">
        <Button busy={act.isPending} onClick={() => act.mutate(programme.lastSessionOn)}>
          {t('programme.finish.go')}
        </Button>
        {onMove ? (
          <Button kind="secondary" onClick={onMove}>
            {t('programme.finish.moved')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** Once the handover is past the clinician its dates are history, and nothing is offered that would be refused. */
const canMove = ({ may, handover, finishedOn }: ProgrammeView): boolean =>
  may?.write === true && finishedOn === null && (handover === null || handover.state === 'open');

/** Whether the last session took place, and another day for it. */
export function LastSession({
  programme,
  now,
  mayFinish,
}: LastSessionProps & { readonly mayFinish: boolean }) {
  const [step, setStep] = useState<'shut' | 'asked' | 'moved'>('shut');
  const isAsked = mayFinish && !programme.finishedOn && programme.lastSessionOn <= civilDate(now);
  const mayMove = canMove(programme);
  const move = () => setStep('asked');
  if (mayMove && step === 'asked')
    return (
      <MoveLastSession
        programme={programme}
        now={now}
        onMoved={() => setStep('moved')}
        onBack={() => setStep('shut')}
      />
    );
  return (
    <>
      {step === 'moved' ? (
        <FocusHere>
          <p>{t('programme.move.said', { day: sayDay(programme.lastSessionOn, now) })}</p>
        </FocusHere>
      ) : null}
      {isAsked ? <Finish programme={programme} now={now} onMove={mayMove ? move : undefined} /> : null}
      {mayMove && !isAsked ? (
        <Button kind="quiet" onClick={move}>
          {t('programme.move.start')}
        </Button>
      ) : null}
    </>
  );
}
