import type { HandoverTaskView, TaskPatch } from '@followon/shared/contract/handovers';
import { useState } from 'react';
import { sayDay, sayDistance } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { Button } from './button.js';
import { FocusHere } from './focus-here.js';
import { taskTitle, taskWhy } from './task-words.js';

type Reason = NonNullable<TaskPatch['reason']>;
type Asking = 'cannot' | 'passed-on';

const REASONS: Readonly<Record<Asking, readonly Reason[]>> = {
  cannot: ['not-now', 'no-time', 'need-help', 'not-needed-here', 'prefer-not-to-say'],
  'passed-on': ['not-now', 'no-time', 'wrong-person', 'need-help', 'prefer-not-to-say'],
};

const ASK: Readonly<Record<Asking, MessageKey>> = {
  cannot: 'task.why.cannot',
  'passed-on': 'task.why.passed-on',
};

const REASON_WORDS: Readonly<Record<Reason, MessageKey>> = {
  'not-needed-here': 'taskReason.not-needed-here',
  'group-said-no': 'taskReason.group-said-no',
  'done-another-way': 'taskReason.done-another-way',
  'no-time': 'taskReason.no-time',
  'not-now': 'taskReason.not-now',
  'need-help': 'taskReason.need-help',
  'wrong-person': 'taskReason.wrong-person',
  'prefer-not-to-say': 'taskReason.prefer-not-to-say',
};

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
}

function When({ task, now }: Pick<TaskCardProps, 'task' | 'now'>) {
  const when = { day: sayDay(task.dueOn, now), distance: sayDistance(task.dueOn, now) };
  if (task.doNow && task.state === 'open') return <p className="fo-task__when">{t('task.doNow', when)}</p>;
  const late = task.state === 'overdue';
  return (
    <p className={`fo-task__when ${late ? 'fo-task__when--late' : ''}`.trim()}>
      {t(late ? 'task.late' : 'task.by', when)}
    </p>
  );
}

/** One tap says why; no typing, and "rather not say" is always there. */
function Reasons({
  asking,
  busy,
  onAct,
  onBack,
}: {
  readonly asking: Asking;
  readonly busy: boolean;
  readonly onAct: TaskCardProps['onAct'];
  readonly onBack: () => void;
}) {
  return (
    <FocusHere label={t(ASK[asking])}>
      <p className="fo-task__ask">{t(ASK[asking])}</p>
      <div className="fo-acts fo-acts--wrap">
        {REASONS[asking].map((reason) => (
          <Button key={reason} kind="secondary" busy={busy} onClick={() => onAct({ state: asking, reason })}>
            {t(REASON_WORDS[reason])}
          </Button>
        ))}
        <Button kind="quiet" onClick={onBack}>
          {t('task.back')}
        </Button>
      </div>
    </FocusHere>
  );
}

/** A settled card stays where it stood, with a way back. */
function Settled({ task, busy, onAct }: Pick<TaskCardProps, 'task' | 'busy' | 'onAct'>) {
  return (
    <FocusHere className="fo-task__settled">
      <p>
        <strong>{t(SETTLED[task.state] ?? 'task.said.done')}</strong> {taskTitle(task)}
      </p>
      <Button kind="quiet" busy={busy} onClick={() => onAct({ state: 'open' })}>
        {t('task.undo')}
      </Button>
    </FocusHere>
  );
}

/** A task: what to do, why it matters, by when, and three ways to answer. */
export function TaskCard({ task, now, busy, trouble, onAct, heading: Heading = 'h3' }: TaskCardProps) {
  const [asking, ask] = useState<Asking>();
  const settled = SETTLED[task.state] !== undefined;
  return (
    <article
      className={`fo-card fo-task ${settled ? 'fo-task--settled' : ''}`.trim()}
      aria-label={taskTitle(task)}
    >
      {settled ? (
        <Settled task={task} busy={busy} onAct={onAct} />
      ) : (
        <>
          <p className="fo-task__where">{task.programmeName}</p>
          <Heading className="fo-task__title">{taskTitle(task)}</Heading>
          <p>{taskWhy(task)}</p>
          <When task={task} now={now} />
          {trouble ? (
            <p className="fo-task__trouble" role="alert">
              {trouble}
            </p>
          ) : null}
          {asking ? (
            <Reasons asking={asking} busy={busy} onAct={onAct} onBack={() => ask(undefined)} />
          ) : (
            <div className="fo-acts">
              <Button busy={busy} onClick={() => onAct({ state: 'done' })}>
                {t('task.done')}
              </Button>
              <Button kind="secondary" onClick={() => ask('cannot')}>
                {t('task.cannot')}
              </Button>
              <Button kind="secondary" onClick={() => ask('passed-on')}>
                {t('task.passOn')}
              </Button>
            </div>
          )}
        </>
      )}
    </article>
  );
}
