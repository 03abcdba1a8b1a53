import { useQuery } from '@tanstack/react-query';
import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import { useState } from 'react';
import { useSession } from '../api/session.js';
import { sayDay, sayDistance } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { Button } from '../ui/button.js';
import { CheckSign } from '../ui/check-sign.js';
import { Details } from '../ui/details.js';
import { Section } from '../ui/page.js';
import { Asked } from '../ui/states.js';
import { TaskDone } from '../ui/task-done.js';
import { ownerOf, taskTitle } from '../ui/task-words.js';
import { isWaiting, orderChecklist, type Place, type Ticked } from './checklist-order.js';
import { Progress } from './checklist-progress.js';
import { HandoverEnding } from './handover-ending.js';
import type { Kept } from './kept-acts.js';
import { handoverQueries } from './queries.js';
import { TaskHands, TaskInPlace } from './task-in-place.js';
import { sayChanged } from './task-said.js';
import { useHands } from './use-kept-acts.js';

const STATE: Readonly<Record<HandoverTaskView['state'], MessageKey>> = {
  open: 'taskState.open',
  overdue: 'taskState.overdue',
  done: 'taskState.done',
  cannot: 'taskState.cannot',
  'passed-on': 'taskState.passed-on',
  'not-applicable': 'taskState.not-applicable',
};

function sayWhen(task: HandoverTaskView, now: string): string {
  if (task.doneAt) return t('checklist.doneOn', { day: sayDay(task.doneAt, now) });
  return t('checklist.dueOn', { day: sayDay(task.dueOn, now), distance: sayDistance(task.dueOn, now) });
}

interface LineProps {
  readonly task: HandoverTaskView;
  readonly now: string;
  /** It was ticked on this page: it stays where it stood, with the way back. */
  readonly isTickedHere: boolean;
  readonly onTick: (id: string) => void;
}

/** What became of a tick that did not simply work. */
function Said({
  said,
  now,
  onGoOn,
}: {
  readonly said: Kept | undefined;
  readonly now: string;
  readonly onGoOn: () => void;
}) {
  if (!said || said.state === 'sending') return null;
  if (said.state === 'waiting') return <p role="status">{t('kept.waiting')}</p>;
  return (
    <p role="alert">
      {said.state === 'changed' ? sayChanged(said.changed, now) : said.words}{' '}
      <button type="button" className="fo-plain-button" onClick={onGoOn}>
        {t('conflict.goOn')}
      </button>
    </p>
  );
}

/** One tap ticks it, and one more in the same place takes that back; anything else opens the card. */
function Acts({ task, now, isTickedHere, onTick, onOpen }: LineProps & { readonly onOpen: () => void }) {
  const { give, kept, drop } = useHands();
  const said = kept.get(task.id);
  const busy = said?.state === 'sending';
  const next = isWaiting(task) ? 'done' : 'open';
  const press = () => {
    onTick(task.id);
    give(task, { kind: 'patch', patch: { state: next } });
  };
  return (
    <div className="fo-check__acts">
      {next === 'done' ? (
        <TaskDone task={task} busy={busy} kind="secondary" words={t('task.done')} onDone={press} />
      ) : null}
      {next === 'open' && isTickedHere ? (
        <Button kind="secondary" busy={busy} onClick={press}>
          {t('task.undo')}
          <span className="nhsuk-u-visually-hidden"> {taskTitle(task)}</span>
        </Button>
      ) : null}
      <button type="button" className="fo-plain-button" onClick={onOpen}>
        {t(isWaiting(task) ? 'checklist.other' : 'checklist.change')}
        <span className="nhsuk-u-visually-hidden"> {taskTitle(task)}</span>
      </button>
      <Said said={said} now={now} onGoOn={() => drop(task.id)} />
    </div>
  );
}

function Line({ task, now, isTickedHere, onTick }: LineProps) {
  const [open, setOpen] = useState(false);
  if (open)
    return (
      <li className="fo-check fo-check--card">
        <TaskInPlace task={task} now={now} />
      </li>
    );
  return (
    <li className={`fo-check fo-check--${task.state}`}>
      <CheckSign state={task.state} />
      <div className="fo-check__what">
        <p className="fo-check__title">
          {taskTitle(task)}{' '}
          {task.blocking ? <span className="fo-check__must">{t('checklist.must')}</span> : null}
        </p>
        <p className="fo-muted">
          <span className="fo-check__state">{t(STATE[task.state])}.</span> {sayWhen(task, now)}{' '}
          {t('checklist.with', { owner: ownerOf(task) })}
        </p>
      </div>
      {task.mayChange ? <Acts {...{ task, now, isTickedHere, onTick }} onOpen={() => setOpen(true)} /> : null}
    </li>
  );
}

interface LinesProps {
  readonly tasks: readonly HandoverTaskView[];
  readonly now: string;
  readonly which: Place;
  readonly ticked: Ticked;
  readonly onTick: (id: string, which: Place) => void;
}

const NAME: Readonly<Record<Place, MessageKey>> = {
  first: 'checklist.needsYou',
  left: 'checklist.rest',
  done: 'checklist.done',
};

function Lines({ tasks, now, which, ticked, onTick }: LinesProps) {
  if (tasks.length === 0) return null;
  return (
    <ul className={`fo-checks fo-checks--${which === 'done' ? 'done' : 'left'}`} aria-label={t(NAME[which])}>
      {tasks.map((task) => (
        <Line
          key={task.id}
          task={task}
          now={now}
          isTickedHere={ticked.has(task.id)}
          onTick={(id) => onTick(id, which)}
        />
      ))}
    </ul>
  );
}

/** Paper is fine: the list as a sheet to take along. */
const Print = () => (
  <button type="button" className="fo-plain-button" onClick={() => window.print()}>
    {t('checklist.print')}
  </button>
);

/** The handover checklist: what needs the reader, what is left, whose and by when; the two signatures that end it; and what is done. */
export function HandoverChecklist({ id }: { readonly id: string }) {
  const { now } = useSession();
  const handover = useQuery(handoverQueries.one(id));
  const [ticked, setTicked] = useState<Ticked>(new Map());
  const onTick = (taskId: string, which: Place) =>
    setTicked((before) => new Map([[taskId, which], ...before]));
  return (
    <Section title={t('checklist.title')} id="handover" aside={<Print />}>
      <Asked query={handover} lines={8}>
        {(it) => {
          const { first, left, done } = orderChecklist(it.tasks, ticked);
          const lines = { now, ticked, onTick };
          return (
            <TaskHands>
              {first.length > 0 ? <h3 className="nhsuk-heading-s">{t('checklist.needsYou')}</h3> : null}
              <Lines tasks={first} which="first" {...lines} />
              <Progress tasks={it.tasks} />
              <HandoverEnding handover={it} now={now} />
              <Lines tasks={left} which="left" {...lines} />
              {done.length > 0 ? (
                <div className="fo-done">
                  <Details summary={t('checklist.doneList', { count: done.length })}>
                    <Lines tasks={done} which="done" {...lines} />
                  </Details>
                </div>
              ) : null}
            </TaskHands>
          );
        }}
      </Asked>
    </Section>
  );
}
