import type { GroupRoleView } from '@followon/shared/contract/groups';
import { useState } from 'react';
import { wordsFor } from '../api/problem.js';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { Button } from '../ui/button.js';
import { RadioField, TextField } from '../ui/field.js';
import { FocusHere } from '../ui/focus-here.js';
import { sayARole } from './role-words.js';
import { Stay } from './stay.js';
import { useStepDown } from './use-step-down.js';

interface StepDownProps {
  readonly role: GroupRoleView;
  readonly groupId: string;
  readonly now: string;
  /** They are still of the group: what to say where the question stood. */
  readonly onStayed: (words: string) => void;
}

type When = 'today' | 'later';

/** First: from when. There is always time, and there need not be any. */
function AskWhen(props: {
  readonly role: GroupRoleView;
  readonly onGo: (on: string | undefined) => void;
  readonly onBack: () => void;
}) {
  const [when, setWhen] = useState<When>();
  const [on, setOn] = useState('');
  const ready = when === 'today' || (when === 'later' && on !== '');
  return (
    <FocusHere label={t('stepDown.ask', { role: sayARole(props.role.kind) })}>
      <p className="fo-task__ask">{t('stepDown.ask', { role: sayARole(props.role.kind) })}</p>
      <p>{t('stepDown.anytime')}</p>
      <RadioField
        name="step-down"
        label={t('stepDown.when')}
        choices={[
          { value: 'today', label: t('stepDown.today') },
          { value: 'later', label: t('stepDown.later') },
        ]}
        value={when}
        onChoose={(chosen) => setWhen(chosen as When)}
      />
      {when === 'later' ? (
        <TextField
          name="step-down-on"
          label={t('stepDown.lastDay')}
          hint={t('stepDown.hint')}
          type="date"
          value={on}
          onChange={(event) => setOn(event.target.value)}
        />
      ) : null}
      <div className="fo-acts">
        <Button busy={!ready} onClick={() => props.onGo(when === 'later' ? on : undefined)}>
          {t('stepDown.goOn')}
        </Button>
        <Button kind="quiet" onClick={props.onBack}>
          {t('stepDown.stay')}
        </Button>
      </div>
    </FocusHere>
  );
}

/** Then: what will happen, with thanks, and still a way back. */
function AskAgain(props: {
  readonly words: string;
  readonly busy: boolean;
  readonly trouble: string | undefined;
  readonly onGo: () => void;
  readonly onBack: () => void;
}) {
  return (
    <FocusHere label={props.words}>
      <p className="fo-task__ask">{props.words}</p>
      <p>{t('stepDown.whatFollows')}</p>
      {props.trouble ? <p role="alert">{props.trouble}</p> : null}
      <div className="fo-acts">
        <Button busy={props.busy} onClick={props.onGo}>
          {t('stepDown.go')}
        </Button>
        <Button kind="quiet" onClick={props.onBack}>
          {t('stepDown.stay')}
        </Button>
      </div>
    </FocusHere>
  );
}

/** Stopping is never a failure: asked kindly, in two steps, and met with thanks. */
export function StepDown({ role, groupId, now, onStayed }: StepDownProps) {
  const [step, setStep] = useState<'shut' | 'when' | 'sure'>('shut');
  const [on, setOn] = useState<string>();
  const stop = useStepDown(role, groupId, (words) => {
    setStep('shut');
    onStayed(words);
  });
  const back = () => setStep('shut');
  if (step === 'when')
    return (
      <AskWhen
        role={role}
        onBack={back}
        onGo={(day) => {
          setOn(day);
          setStep('sure');
        }}
      />
    );
  if (step === 'sure')
    return (
      <AskAgain
        words={on ? t('stepDown.sure.later', { day: sayDay(on, now) }) : t('stepDown.sure.now')}
        busy={stop.isPending}
        trouble={stop.error ? wordsFor(stop.error) : undefined}
        onGo={() => stop.mutate(on ?? null)}
        onBack={back}
      />
    );
  return (
    <div className="fo-acts fo-acts--wrap">
      <Button kind="quiet" onClick={() => setStep('when')}>
        {t(role.steppingDownOn ? 'stepDown.change' : 'stepDown.start', { role: sayARole(role.kind) })}
      </Button>
      {role.steppingDownOn ? <Stay role={role} groupId={groupId} /> : null}
    </div>
  );
}
