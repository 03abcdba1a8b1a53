import type { EscalationStage, SkipReason } from '@followon/shared/contract/handover-policy';
import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import { useState } from 'react';
import { wordsFor } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { useAct } from '../api/use-act.js';
import { t, type MessageKey } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { FocusHere } from '../ui/focus-here.js';
import { skipStage } from './queries.js';

const WHY: Readonly<Record<SkipReason, MessageKey>> = {
  'spoken-to': 'needNotHear.spoken-to',
  'later-day-agreed': 'needNotHear.later-day-agreed',
  'waiting-for-others': 'needNotHear.waiting-for-others',
  'not-needed': 'needNotHear.not-needed',
  'prefer-not-to-say': 'needNotHear.prefer-not-to-say',
};
const REASONS = Object.keys(WHY) as readonly SkipReason[];

const ASK: Readonly<Record<Exclude<EscalationStage, 'owner'>, MessageKey>> = {
  lead: 'needNotHear.ask.lead',
  'site-admin': 'needNotHear.ask.site-admin',
};

interface SkipProps {
  readonly task: HandoverTaskView;
  readonly stage: keyof typeof ASK;
}

/** It cannot be taken back, so the reason is a step of its own, with a way back before it. */
function Skip({ task, stage }: SkipProps) {
  const [asking, ask] = useState(false);
  const announce = useAnnounce();
  const act = useAct(
    (reason: SkipReason, key) => skipStage({ id: task.id, stage, reason }, key),
    ['handovers'],
    () => {
      announce(t('needNotHear.said'));
      ask(false);
    },
  );
  if (!asking)
    return (
      <button type="button" className="fo-plain-button" onClick={() => ask(true)}>
        {t('needNotHear.start')}
      </button>
    );
  return (
    <FocusHere label={t(ASK[stage])}>
      <p className="fo-task__ask">{t(ASK[stage])}</p>
      {act.error ? (
        <p className="fo-task__trouble" role="alert">
          {wordsFor(act.error)}
        </p>
      ) : null}
      <div className="fo-acts fo-acts--wrap">
        {REASONS.map((reason) => (
          <Button key={reason} kind="secondary" busy={act.isPending} onClick={() => act.mutate(reason)}>
            {t(WHY[reason])}
          </Button>
        ))}
        <Button kind="quiet" onClick={() => ask(false)}>
          {t('task.back')}
        </Button>
      </div>
    </FocusHere>
  );
}

/** Where somebody hears next of a late task, whoever leads the volunteers may say that they need not. */
export function NeedNotHear({ task }: { readonly task: HandoverTaskView }) {
  const { actions } = useSession();
  const stage = task.stage?.stage;
  if (task.state !== 'overdue' || !stage || stage === 'owner' || !actions.includes('skip-stage')) return null;
  return <Skip key={stage} task={task} stage={stage} />;
}
