import type { HandoverTaskView, TaskPatch } from '@followon/shared/contract/handovers';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { sayDay } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { Button } from './button.js';
import { FocusHere, useStay } from './focus-here.js';
import { NotYet } from './not-yet.js';
import { AskLater, AskReason, sayReason, type LaterDays, type Reason } from './task-asking.js';
import { isOurs, TaskDone } from './task-done.js';
import { TaskNotes, TaskWhen } from './task-facts.js';
import { TaskHelp } from './task-help.js';
import { ownerOf, taskTitle, taskWhy } from './task-words.js';

const SETTLED: Readonly<Partial<Record<HandoverTaskView['state'], MessageKey>>> = {
  done: 'task.said.done',
  cannot: 'task.said.cannot',
  'passed-on': 'task.said.passed-on',
  'not-applicable': 'task.said.not-applicable',
};

/** What happened, for the card and for the live region. */
export const sayTaskState = (state: TaskPatch['state']): string => t(SETTLED[state] ?? 'task.said.undone');

interface TaskCardProps {
  readonly task: HandoverTaskView;
  readonly now: string;
  readonly busy: boolean;
  /** Where the card stands in the page's outline. */
  readonly heading?: 'h2' | 'h3';
  readonly trouble?: string | undefined;
  readonly onAct: (patch: TaskPatch) => void;
  /** Without it the task cannot be put off here. */
  readonly onLater?: ((days: LaterDays) => void) | undefined;
  /** To the stand-in or the lead; without it passing on is a plain change. */
  readonly onPassOn?: ((reason: Reason) => void) | undefined;
  /** Words about what has just been sent, where the card stood. */
  readonly said?: string | undefined;
  /** Stands under who hears of it next, while the task is open. */
  readonly hears?: ReactNode;
  /** What stands under what was said: the questions of a task that is done. */
  readonly children?: ReactNode;
}

/** A list of a group leads to the group; a programme is named. */
function Where({ task }: Pick<TaskCardProps, 'task'>) {
  const { programmeId, groupId, programmeName } = task;
  const whose = task.mine ? null : <> {t('task.with', { owner: ownerOf(task) })}</>;
  if (programmeId || !groupId) {
    return (
      <p className="fo-task__where">
        {programmeName}
        {whose}
      </p>
    );
  }
  return (
    <p className="fo-task__where">
      <Link to="/groups/$id" params={{ id: groupId }}>
        {programmeName}
      </Link>
      {whose}
    </p>
  );
}

function settledWords(task: HandoverTaskView): string | undefined {
  const isTheirLast = task.undoUntil !== null;
  if (isTheirLast && task.passedTo === 'deputy')
    return t('task.said.passedTo', { name: task.assignee?.displayName ?? t('owner.volunteer') });
  if (isTheirLast && task.laterUntil && task.state !== 'done')
    return t('task.said.later', { day: sayDay(task.laterUntil) });
  // Somebody set it aside, and whoever reads this is to find a way: a task like any other.
  if (isForOthers(task)) return undefined;
  const words = SETTLED[task.state];
  return words && t(words);
}

const isForOthers = ({ state, mine, mayChange, undoUntil }: HandoverTaskView): boolean =>
  (state === 'cannot' || state === 'passed-on') && !mine && mayChange && undoUntil === null;

/** A settled card stays where it stood, with a way back. */
function Settled({ task, busy, onAct, said, children }: TaskCardProps) {
  return (
    <>
      <FocusHere className="fo-task__settled">
        <p>
          <strong>{said ?? settledWords(task)}</strong> {taskTitle(task)}
        </p>
        <Button kind="quiet" busy={busy} onClick={() => onAct({ state: 'open' })}>
          {t('task.undo')}
        </Button>
      </FocusHere>
      {children}
      {task.state === 'done' && task.undoUntil !== null ? <TaskHelp task={task} /> : null}
    </>
  );
}

type Asking = 'cannot' | 'passed-on' | 'later';

function Acts({ props, ask }: { readonly props: TaskCardProps; readonly ask: (what: Asking) => void }) {
  const { task, busy, onAct, onLater } = props;
  const mayGoBack = isForOthers(task);
  return (
    <div className="fo-acts">
      <TaskDone task={task} busy={busy} words={t('task.done')} onDone={() => onAct({ state: 'done' })} />
      {mayGoBack ? (
        <Button kind="secondary" busy={busy} onClick={() => onAct({ state: 'open' })}>
          {t('task.giveBack')}
        </Button>
      ) : (
        <Button kind="secondary" onClick={() => ask('cannot')}>
          {t('task.cannot')}
        </Button>
      )}
      {mayGoBack || task.ownerRole === 'lead' ? null : (
        <Button kind="secondary" onClick={() => ask('passed-on')}>
          {t('task.passOn')}
        </Button>
      )}
      {onLater && !mayGoBack ? (
        <Button kind="secondary" onClick={() => ask('later')}>
          {t('task.later')}
        </Button>
      ) : null}
    </div>
  );
}

function Asked({
  props,
  asking,
  onBack,
}: {
  readonly props: TaskCardProps;
  readonly asking: Asking;
  readonly onBack: () => void;
}) {
  const { busy, onAct, onLater, onPassOn } = props;
  if (asking === 'later') return <AskLater busy={busy} onBack={onBack} onDays={(days) => onLater?.(days)} />;
  const give = (reason: Reason) => {
    if (asking === 'passed-on' && onPassOn) onPassOn(reason);
    else onAct({ state: asking, reason });
  };
  return <AskReason aside={asking} busy={busy} onBack={onBack} onReason={give} />;
}

function Open(props: TaskCardProps) {
  const { task, now, trouble, heading: Heading = 'h3' } = props;
  const [asking, ask] = useState<Asking>();
  const why = isForOthers(task) ? sayReason(task.reason) : undefined;
  return (
    <>
      <Where task={task} />
      <Heading className="fo-task__title">{taskTitle(task)}</Heading>
      <p>{taskWhy(task)}</p>
      <TaskWhen task={task} now={now} />
      {isForOthers(task) ? (
        <p className="fo-task__note">{t('task.needsSomeone', { why: why ?? '' })}</p>
      ) : null}
      <TaskNotes task={task} now={now} />
      <NotYet names={task.notYet} />
      <TaskHelp task={task} />
      {isOurs(task) ? <p className="fo-task__note">{t('task.ours')}</p> : null}
      {props.hears}
      {trouble ? (
        <p className="fo-task__trouble" role="alert">
          {trouble}
        </p>
      ) : null}
      {asking ? (
        <Asked props={props} asking={asking} onBack={() => ask(undefined)} />
      ) : (
        <Acts props={props} ask={ask} />
      )}
    </>
  );
}

/** A task: what to do, why it matters, by when, and the ways to answer. */
export function TaskCard(props: TaskCardProps) {
  const { task, said } = props;
  const settled = said !== undefined || settledWords(task) !== undefined;
  const { here, stay } = useStay<HTMLElement>();
  const undo = (patch: TaskPatch) => {
    props.onAct(patch);
    stay();
  };
  return (
    <article
      {...here}
      className={`fo-card fo-task fo-here ${settled ? 'fo-task--settled' : ''}`.trim()}
      aria-label={taskTitle(task)}
    >
      {settled ? <Settled {...props} onAct={undo} /> : <Open {...props} />}
    </article>
  );
}
