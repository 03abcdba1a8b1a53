import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import { t } from '../i18n.js';
import { Button } from '../ui/button.js';
import { NotYet } from '../ui/not-yet.js';
import { PageTitle } from '../ui/page.js';
import { TaskHelp } from '../ui/task-help.js';
import { TaskDone } from '../ui/task-done.js';
import { TaskNotes, TaskWhen } from '../ui/task-facts.js';
import { taskTitle, taskWhy } from '../ui/task-words.js';
import { keptId, type Kept, type TaskAct } from './kept-acts.js';
import { isToDo, orderTasks } from './my-tasks-order.js';
import { nameOf, OneQuestion } from './one-question.js';
import { useRemembered } from './remembered.js';
import { TaskInPlace } from './task-in-place.js';
import { useAsking, type Asking } from './task-questions.js';
import { useHands } from './use-kept-acts.js';
import { useStanding } from './use-standing.js';

interface QuietProps {
  readonly items: readonly HandoverTaskView[];
  readonly now: string;
  readonly onLeave: () => void;
}

/** Nothing for now: what was put off or lies far ahead stays out of sight here. */
function Rest() {
  return (
    <>
      <PageTitle title={t('quiet.none')} />
      <p>{t('quiet.noneHow')}</p>
    </>
  );
}

interface OneProps {
  readonly task: HandoverTaskView;
  readonly now: string;
  /** To the next one; without it there is no other. */
  readonly onNext?: (() => void) | undefined;
}

type Said = Kept['state'] | undefined;
/** It has left the hand; its card says what became of it. What was refused is still to be answered, where it stands. */
const isAnswered = (task: HandoverTaskView, said: Said): boolean =>
  !isToDo(task) || said === 'waiting' || said === 'changed';

/** One thing, and the three answers that are always possible. */
function OneThing({ task, now, onNext, onAct }: OneProps & { readonly onAct: (act: TaskAct) => void }) {
  const kept = useHands().kept.get(task.id);
  const busy = kept?.state === 'sending';
  return (
    <>
      <PageTitle key={task.id} title={taskTitle(task)} />
      <p className="fo-quiet__why">{taskWhy(task)}</p>
      <TaskWhen task={task} now={now} />
      <TaskNotes task={task} now={now} />
      <TaskHelp task={task} />
      <NotYet names={task.notYet} />
      {kept?.state === 'refused' ? (
        <p className="fo-task__trouble" role="alert">
          {kept.words}
        </p>
      ) : null}
      <div className="fo-quiet__acts">
        <TaskDone
          task={task}
          busy={busy}
          words={t('quiet.done')}
          onDone={() => onAct({ kind: 'patch', patch: { state: 'done' } })}
        />
        {task.mayLater ? (
          <Button kind="secondary" busy={busy} onClick={() => onAct({ kind: 'later', days: 1 })}>
            {t('quiet.notToday')}
          </Button>
        ) : null}
        <Button kind="secondary" busy={busy} onClick={() => onAct(someoneElse(task))}>
          {t('quiet.someoneElse')}
        </Button>
        {onNext ? (
          <Button kind="quiet" onClick={onNext}>
            {t('quiet.another')}
          </Button>
        ) : null}
      </div>
    </>
  );
}

/** A lead's own task has nobody to go on to: they say that they cannot. */
const someoneElse = ({ ownerRole }: HandoverTaskView): TaskAct =>
  ownerRole === 'lead'
    ? { kind: 'patch', patch: { state: 'cannot', reason: 'not-now' } }
    : { kind: 'pass-on', body: { reason: 'not-now' } };

/** One of its questions and nothing else: its answers, enough of it, and small at the end the way back. */
function OneQuietQuestion({ asking, now, onUndo }: QuestionProps) {
  const { question, place, answer, enough } = asking;
  return (
    <>
      <PageTitle title={t('quiet.noted')} />
      <OneQuestion key={nameOf(question)} {...{ question, now, place }} onAnswer={answer} onEnough={enough} />
      <p className="fo-quiet__leave">
        <button type="button" className="fo-plain-button" onClick={onUndo}>
          {t('task.undo')}
        </button>
      </p>
    </>
  );
}

interface QuestionProps {
  readonly asking: Asking;
  readonly now: string;
  readonly onUndo: () => void;
}

/** It was answered: its questions one by one, then how to take it back and the way on. */
function Answered({ task, now, onNext }: OneProps) {
  const { give, kept } = useHands();
  const { asking } = useAsking(task, (answers) => give(task, { kind: 'answers', answers }));
  const isSettled = task.state === 'done' && task.undoUntil !== null && isTaken(kept.get(task.id));
  if (asking && isSettled && isTaken(kept.get(keptId(task.id, 'answers'))))
    return (
      <OneQuietQuestion
        {...{ asking, now }}
        onUndo={() => give(task, { kind: 'patch', patch: { state: 'open' } })}
      />
    );
  return (
    <>
      <PageTitle title={t('quiet.noted')} />
      <TaskInPlace task={task} now={now} heading="h2" />
      <div className="fo-quiet__acts">
        <Button kind="secondary" onClick={onNext}>
          {t('quiet.next')}
        </Button>
      </div>
    </>
  );
}

/** Nothing has to be said about what was sent. */
const isTaken = (one: Kept | undefined): boolean => one === undefined || one.state === 'sending';

/**
 * One thing on the screen and nothing else, for a day when that is enough. It goes on where it was left: on this device at
 * the task that stood here, on another at the one that has answers.
 */
export function QuietTasks({ items, now, onLeave }: QuietProps) {
  const { give, kept } = useHands();
  const [at, setAt] = useRemembered<string | null>('followon.quiet.at', null);
  const { first, soon } = orderTasks(items, now);
  const todo = [...first, ...soon].filter((task) => !isAnswered(task, kept.get(task.id)?.state));
  const stood = useStanding(items).find(({ id }) => id === at);
  const answered = stood && isAnswered(stood, kept.get(stood.id)?.state) ? stood : undefined;
  const task = todo.find(({ id }) => id === at) ?? todo.find(({ draft }) => draft !== null) ?? todo[0];
  const next = task && todo[(todo.indexOf(task) + 1) % todo.length];
  const onAct = (act: TaskAct) => {
    if (!task) return;
    setAt(task.id);
    give(task, act);
  };
  return (
    <div className="fo-quiet">
      <button type="button" className="fo-plain-button fo-quiet__leave" onClick={onLeave}>
        {t('quiet.leave')}
      </button>
      {answered ? <Answered task={answered} now={now} onNext={() => setAt(task?.id ?? null)} /> : null}
      {!answered && task ? (
        <OneThing
          task={task}
          now={now}
          onAct={onAct}
          onNext={next && next !== task ? () => setAt(next.id) : undefined}
        />
      ) : null}
      {!answered && !task ? <Rest /> : null}
    </div>
  );
}
