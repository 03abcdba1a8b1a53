import type { SwitchOn, TrialView } from '@followon/shared/contract/trials';
import { useState } from 'react';
import { wordsFor } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { SelectField } from '../ui/field.js';
import { stopTrial, switchOn, type SwitchingOn } from './queries.js';
import { reasons, sayKind, sayReason } from './trial-words.js';

interface OfTrial {
  readonly trial: TrialView;
}

const REFRESHES = ['nudge-trials'];

/** Stopping asks once more: what has been learned stays, but the trial cannot go on. */
export function StopTrial({ trial }: OfTrial) {
  const announce = useAnnounce();
  const [isAsking, ask] = useState(false);
  const act = useAct<string, TrialView>(stopTrial, REFRESHES, () => announce(t('trials.stopped')));
  if (!isAsking)
    return (
      <div className="fo-acts">
        <Button kind="secondary" onClick={() => ask(true)}>
          {t('trials.stop')}
          <span className="nhsuk-u-visually-hidden"> {sayKind(trial.key)}</span>
        </Button>
      </div>
    );
  return (
    <div className="fo-ask" role="group" aria-label={t('trials.stop')}>
      <p>{t('trials.stop.ask')}</p>
      <div className="fo-acts">
        <Button busy={act.isPending} onClick={() => act.mutate(trial.id)} autoFocus>
          {t('trials.stop.yes')}
        </Button>
        <Button kind="secondary" onClick={() => ask(false)}>
          {t('trials.stop.no')}
        </Button>
      </div>
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
    </div>
  );
}

/** A message that was retired is sent again, with the reason. */
export function SwitchOnAgain({ trial }: OfTrial) {
  const announce = useAnnounce();
  const [reason, choose] = useState<SwitchOn['reason']>('groups-asked');
  const act = useAct<SwitchingOn, TrialView>(switchOn, REFRESHES, () => announce(t('trials.switchedOn')));
  return (
    <form
      className="fo-form"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate({ id: trial.id, reason });
      }}
    >
      <SelectField
        name={`reason-${trial.id}`}
        label={t('trials.switchOn.why')}
        value={reason}
        onChange={(event) => choose(event.target.value as SwitchOn['reason'])}
      >
        {reasons.map((one) => (
          <option key={one} value={one}>
            {sayReason(one)}
          </option>
        ))}
      </SelectField>
      <div className="fo-acts">
        <Button type="submit" kind="secondary" busy={act.isPending}>
          {t('trials.switchOn')}
        </Button>
      </div>
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
    </form>
  );
}
