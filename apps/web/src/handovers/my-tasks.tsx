import { useQuery } from '@tanstack/react-query';
import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.js';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { Details } from '../ui/details.js';
import { Section } from '../ui/page.js';
import { Asked, Empty } from '../ui/states.js';
import { taskTitle } from '../ui/task-words.js';
import { isToDo, orderTasks } from './my-tasks-order.js';
import { handoverQueries } from './queries.js';
import { QuietTasks } from './quiet-tasks.js';
import { useRemembered } from './remembered.js';
import { TaskHands, TaskInPlace } from './task-in-place.js';
import { useHands } from './use-kept-acts.js';
import { useStanding } from './use-standing.js';

interface PartProps {
  readonly tasks: readonly HandoverTaskView[];
  readonly now: string;
}

function Cards({ tasks, now, heading }: PartProps & { readonly heading: 'h2' | 'h3' }) {
  return (
    <div className="fo-stack">
      {tasks.map((task) => (
        <TaskInPlace key={task.id} task={task} now={now} heading={heading} />
      ))}
    </div>
  );
}

/** More cards than these at once are a wall. */
const AT_ONCE = 3;

function Then({ tasks, now }: PartProps) {
  if (tasks.length === 0) return null;
  const rest = tasks.slice(AT_ONCE);
  return (
    <Section title={t('tasks.then')} id="then">
      <Cards tasks={tasks.slice(0, AT_ONCE)} now={now} heading="h3" />
      <Behind summary={t('tasks.soon', { count: rest.length })} tasks={rest} now={now} heading="h3" />
    </Section>
  );
}

/** What can wait stands behind one line, so that a bad day sees no wall. */
function Behind({
  summary,
  heading = 'h2',
  ...part
}: PartProps & { readonly summary: string; readonly heading?: 'h2' | 'h3' }) {
  if (part.tasks.length === 0) return null;
  return (
    <Details summary={summary}>
      <Cards {...part} heading={heading} />
    </Details>
  );
}

function Done({ tasks, now }: PartProps) {
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
  readonly children?: ReactNode;
}

function Everything({
  items,
  now,
  onQuiet,
  ...rest
}: MyTasksProps & {
  readonly items: readonly HandoverTaskView[];
  readonly now: string;
  readonly onQuiet: () => void;
}) {
  const { kept } = useHands();
  const { first, soon, later, others, helping, done } = orderTasks(useStanding(items), now, kept);
  const count = [...first, ...soon].filter(isToDo).length;
  return (
    <>
      {rest.title(count + rest.besides)}
      {count + rest.besides + first.length === 0 ? (
        <Empty title={t('tasks.none')}>
          <p>{t('tasks.noneHow')}</p>
        </Empty>
      ) : null}
      <Cards tasks={first} now={now} heading="h2" />
      {rest.children}
      {count > 0 ? (
        <button type="button" className="fo-plain-button fo-quieter" onClick={onQuiet}>
          {t('quiet.enter')}
        </button>
      ) : null}
      <Then tasks={soon} now={now} />
      <Behind summary={t('tasks.later', { count: later.length })} tasks={later} now={now} />
      <Behind summary={t('tasks.others', { count: others.length })} tasks={others} now={now} />
      <Behind summary={t('tasks.helping', { count: helping.length })} tasks={helping} now={now} />
      <Done tasks={done} now={now} />
    </>
  );
}

/** *My tasks*: one thing first; what is due soon after it; the rest behind a line. Or one thing and nothing else. */
export function MyTasks(props: MyTasksProps) {
  const { now } = useSession();
  const [quiet, setQuiet] = useRemembered('followon.quiet', false);
  const tasks = useQuery(handoverQueries.myTasks());
  return (
    <Asked query={tasks} lines={5} isPage>
      {({ items }) => (
        <TaskHands>
          {quiet ? (
            <QuietTasks items={items} now={now} onLeave={() => setQuiet(false)} />
          ) : (
            <Everything {...props} items={items} now={now} onQuiet={() => setQuiet(true)} />
          )}
        </TaskHands>
      )}
    </Asked>
  );
}
