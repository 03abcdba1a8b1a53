import { useQuery } from '@tanstack/react-query';
import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.js';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { Details } from '../ui/details.js';
import { Asked, Empty } from '../ui/states.js';
import { taskTitle } from '../ui/task-words.js';
import { handoverQueries } from './queries.js';
import { TaskInPlace, useTouched } from './task-list.js';

const FIRST = 3;

const waiting = (task: HandoverTaskView): boolean => task.state === 'open' || task.state === 'overdue';

function Done({ tasks, now }: { readonly tasks: readonly HandoverTaskView[]; readonly now: string }) {
  if (tasks.length === 0) return null;
  return (
    <Details summary={t('tasks.done', { count: tasks.length })}>
      <ul className="nhsuk-list">
        {tasks.map((task) => (
          <li key={task.id}>
            {taskTitle(task)}{' '}
            {task.doneAt ? <span className="fo-muted">{sayDay(task.doneAt, now)}</span> : null}
          </li>
        ))}
      </ul>
    </Details>
  );
}

function Later({
  tasks,
  now,
  onTouched,
}: {
  readonly tasks: readonly HandoverTaskView[];
  readonly now: string;
  readonly onTouched: (id: string) => void;
}) {
  if (tasks.length === 0) return null;
  return (
    <Details summary={t('tasks.later', { count: tasks.length })}>
      <div className="fo-stack">
        {tasks.map((task) => (
          <TaskInPlace key={task.id} task={task} now={now} onTouched={onTouched} />
        ))}
      </div>
    </Details>
  );
}

/** *My tasks*: the next few, due first; the rest waits behind one line, so that a bad day sees no wall. */
export function MyTasks({ title }: { readonly title: (count: number) => ReactNode }) {
  const { now } = useSession();
  const { touched, touch } = useTouched();
  const tasks = useQuery(handoverQueries.myTasks());
  return (
    <Asked query={tasks} lines={5}>
      {({ items }) => {
        const shown = items.filter((task) => task.mayChange && (waiting(task) || touched.has(task.id)));
        const done = items.filter((task) => !waiting(task) && !touched.has(task.id));
        return (
          <>
            {title(items.filter((task) => task.mayChange && waiting(task)).length)}
            {shown.length === 0 ? (
              <Empty title={t('tasks.none')}>
                <p>{t('tasks.noneHow')}</p>
              </Empty>
            ) : (
              <div className="fo-stack">
                {shown.slice(0, FIRST).map((task) => (
                  <TaskInPlace key={task.id} task={task} now={now} onTouched={touch} />
                ))}
              </div>
            )}
            <Later tasks={shown.slice(FIRST)} now={now} onTouched={touch} />
            <Done tasks={done} now={now} />
          </>
        );
      }}
    </Asked>
  );
}
