import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import type { ReactNode } from 'react';
import { t } from '../i18n.js';
import { Button } from '../ui/button.js';
import { FocusHere } from '../ui/focus-here.js';
import { sayTaskState, TaskCard } from '../ui/task-card.js';
import { taskTitle } from '../ui/task-words.js';
import { keptId, type Kept, type TaskAct } from './kept-acts.js';
import { NeedNotHear } from './need-not-hear.js';
import { TaskQuestions } from './task-questions.js';
import { sayChanged } from './task-said.js';
import { TaskHandsProvider, useHands, useTaskHands } from './use-kept-acts.js';

interface InPlaceProps {
  readonly task: HandoverTaskView;
  readonly now: string;
  readonly heading?: 'h2' | 'h3';
}

/** Somebody else was faster: what it is now, by whom and when, and the one way on. */
function Conflict({
  task,
  kept,
  now,
  onGoOn,
}: InPlaceProps & { readonly kept: Kept; readonly onGoOn: () => void }) {
  return (
    <article className="fo-card fo-task" aria-label={taskTitle(task)}>
      <FocusHere label={taskTitle(task)}>
        <p className="fo-task__where">{taskTitle(task)}</p>
        <p role="alert" className="fo-task__ask">
          {sayChanged(kept.changed, now)}
        </p>
        <p>{t('conflict.nothingLost')}</p>
        <Button onClick={onGoOn}>{t('conflict.goOn')}</Button>
      </FocusHere>
    </article>
  );
}

/** What was meant, in the words of what it would be. */
function meant(act: TaskAct): string {
  if (act.kind === 'patch') return sayTaskState(act.patch.state);
  return t(act.kind === 'later' ? 'task.said.laterMeant' : 'task.said.passed-on');
}

/** Undoing what has not left this device needs no server. */
function undoHere(kept: Kept | undefined): boolean {
  return kept?.state === 'waiting' && !(kept.act.kind === 'patch' && kept.act.patch.state === 'open');
}

/** One task, acted on in place; what the server answered last is what is shown. */
function InPlace({ task, now, heading = 'h3' }: InPlaceProps) {
  const { kept: all, give, drop } = useHands();
  const kept = all.get(task.id);
  if (kept?.state === 'changed')
    return <Conflict task={task} kept={kept} now={now} onGoOn={() => drop(task.id)} />;
  const unsent = all.get(keptId(task.id, 'answers'));
  const act = (said: TaskAct) => {
    if (unsent?.state === 'refused') drop(keptId(task.id, 'answers'));
    if (undoHere(kept) && said.kind === 'patch' && said.patch.state === 'open') drop(task.id);
    else give(task, said);
  };
  const asks = task.state === 'done' && task.undoUntil !== null;
  return (
    <TaskCard
      task={task}
      now={now}
      heading={heading}
      busy={kept?.state === 'sending'}
      said={kept?.state === 'waiting' ? meant(kept.act) : undefined}
      trouble={[kept, unsent].find((one) => one?.state === 'refused')?.words}
      onAct={(patch) => act({ kind: 'patch', patch })}
      hears={<NeedNotHear task={task} />}
      onLater={task.mayLater ? (days) => act({ kind: 'later', days }) : undefined}
      onPassOn={(reason) => act({ kind: 'pass-on', body: { reason } })}
    >
      {asks ? (
        <TaskQuestions
          task={task}
          now={now}
          onAnswer={(answers) => give(task, { kind: 'answers', answers })}
        />
      ) : null}
      {kept?.state === 'waiting' ? <p className="fo-task__note">{t('kept.waiting')}</p> : null}
      {unsent?.state === 'waiting' ? <p className="fo-task__note">{t('kept.answers')}</p> : null}
      {unsent?.state === 'refused' ? (
        <p className="fo-task__trouble" role="alert">
          {unsent.words}
        </p>
      ) : null}
    </TaskCard>
  );
}

/** Cards share what was done on this device, so that each act is kept and sent once. */
export function TaskHands({ children }: { readonly children: ReactNode }) {
  return <TaskHandsProvider value={useTaskHands()}>{children}</TaskHandsProvider>;
}

export { InPlace as TaskInPlace };
