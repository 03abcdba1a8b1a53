import { useQuery } from '@tanstack/react-query';
import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.js';
import { daysBetween, sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { Details } from '../ui/details.js';
import { Section } from '../ui/page.js';
import { Asked, Empty } from '../ui/states.js';
import { taskTitle } from '../ui/task-words.js';
import { handoverQueries } from './queries.js';
import { TaskInPlace, useTouched } from './task-list.js';

/** Further away than this, a task can wait out of sight. */
const SOON_DAYS = 14;

const waiting = (task: HandoverTaskView): boolean => task.state === 'open' || task.state === 'overdue';

const isSoon = (task: HandoverTaskView, now: string): boolean => daysBetween(now, task.dueOn) <= SOON_DAYS;

/** By due day, so that an answered card stays where it stood. */
const byDay = (a: HandoverTaskView, b: HandoverTaskView): number =>
  a.dueOn.localeCompare(b.dueOn) || a.id.localeCompare(b.id);

/** The first thing to do, and whatever was just answered before it. */
function firstOf(tasks: readonly HandoverTaskView[]): readonly HandoverTaskView[] {
  const next = tasks.findIndex(waiting);
  return next === -1 ? tasks : tasks.slice(0, next + 1);
}

interface PartProps {
  readonly tasks: readonly HandoverTaskView[];
  readonly now: string;
  readonly onTouched: (id: string) => void;
}

function Cards({ tasks, now, onTouched, heading }: PartProps & { readonly heading: 'h2' | 'h3' }) {
  return (
    <div className="fo-stack">
      {tasks.map((task) => (
        <TaskInPlace key={task.id} task={task} now={now} heading={heading} onTouched={onTouched} />
      ))}
    </div>
  );
}

function Then(props: PartProps) {
  if (props.tasks.length === 0) return null;
  return (
    <Section title={t('tasks.then')} id="then">
      <Cards {...props} heading="h3" />
    </Section>
  );
}

function Later(props: PartProps) {
  if (props.tasks.length === 0) return null;
  return (
    <Details summary={t('tasks.later', { count: props.tasks.length })}>
      <Cards {...props} heading="h2" />
    </Details>
  );
}

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

interface MyTasksProps {
  /** Other things that wait for the person; they count, and stand among `children`. */
  readonly besides: number;
  readonly title: (count: number) => ReactNode;
  /** What stands after the first card: the other thing a person may have come for. */
  readonly children: ReactNode;
}

/** *My tasks*: one thing first; what is due soon after it; the rest behind a line, so that a bad day sees no wall. */
export function MyTasks({ title, besides, children }: MyTasksProps) {
  const { now } = useSession();
  const { touched, touch } = useTouched();
  const tasks = useQuery(handoverQueries.myTasks());
  return (
    <Asked query={tasks} lines={5}>
      {({ items }) => {
        const mine = items
          .filter((task) => task.mayChange && (waiting(task) || touched.has(task.id)))
          .toSorted(byDay);
        const soon = mine.filter((task) => isSoon(task, now));
        const first = firstOf(soon);
        const part = { now, onTouched: touch };
        return (
          <>
            {title(soon.filter(waiting).length + besides)}
            {soon.length + besides === 0 ? (
              <Empty title={t('tasks.none')}>
                <p>{t('tasks.noneHow')}</p>
              </Empty>
            ) : null}
            <Cards {...part} tasks={first} heading="h2" />
            {children}
            <Then {...part} tasks={soon.slice(first.length)} />
            <Later {...part} tasks={mine.filter((task) => !isSoon(task, now))} />
            <Done tasks={items.filter((task) => !waiting(task) && !touched.has(task.id))} now={now} />
          </>
        );
      }}
    </Asked>
  );
}
