import type { HandoverView } from '@followon/shared/contract/handovers';
import { useState } from 'react';
import { civilDate, sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { Button } from '../ui/button.js';
import { FocusHere } from '../ui/focus-here.js';
import { OnlyTicked } from './only-ticked.js';

interface SignOffProps {
  readonly handover: HandoverView;
  readonly now: string;
  readonly busy: boolean;
  readonly onSignOff: () => void;
}

/** The clinician lets go; asked once more where something was only ticked, or the last session is still to come. */
export function SignOff({ handover, now, busy, onSignOff }: SignOffProps) {
  const [isAsked, ask] = useState(false);
  const isEarly = handover.lastSessionOn > civilDate(now);
  const isSure = handover.unproven.length === 0 && !isEarly;
  return (
    <>
      <p>{t('ending.what')}</p>
      <OnlyTicked handover={handover} now={now} />
      {isAsked && !isSure ? (
        <FocusHere className="fo-kind">
          <p>
            {isEarly
              ? t('ending.early', { day: sayDay(handover.lastSessionOn, now) })
              : t('ending.onlyTicked', { count: handover.unproven.length })}
          </p>
          <div className="fo-acts">
            <Button busy={busy} onClick={onSignOff}>
              {t('ending.signOffNow')}
            </Button>
            <Button kind="secondary" onClick={() => ask(false)}>
              {t('ending.notYet')}
            </Button>
          </div>
        </FocusHere>
      ) : (
        <Button busy={busy} onClick={() => (isSure ? onSignOff() : ask(true))}>
          {t('ending.signOff')}
        </Button>
      )}
    </>
  );
}
