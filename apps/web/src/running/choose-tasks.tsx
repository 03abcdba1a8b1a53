import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { CheckField } from '../ui/field.js';
import { taskTitle } from '../ui/task-words.js';

interface ChooseProps {
  readonly tasks: readonly HandoverTaskView[];
  readonly now: string;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (ids: ReadonlySet<string>) => void;
}

const holderOf = ({ assignee }: HandoverTaskView): string => assignee?.displayName ?? t('move.nobody');

/** By the person they are with, so that all of somebody's tasks are ticked at once. */
export function ChooseTasks({ tasks, now, chosen, onChoose }: ChooseProps) {
  if (tasks.length === 0) return <p className="fo-muted">{t('move.none')}</p>;
  const holders = [...new Set(tasks.map(holderOf))].toSorted();
  const set = (ids: readonly string[], isIn: boolean) => {
    const next = new Set(chosen);
    for (const id of ids)
      if (isIn) next.add(id);
      else next.delete(id);
    onChoose(next);
  };
  return holders.map((holder) => {
    const theirs = tasks.filter((task) => holderOf(task) === holder);
    const ids = theirs.map(({ id }) => id);
    return (
      <fieldset key={holder} className="nhsuk-fieldset fo-move">
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{holder}</legend>
        <CheckField
          name={`all-${holder}`}
          label={t('move.all', { tasks: theirs.length })}
          about={holder}
          checked={ids.every((id) => chosen.has(id))}
          onChoose={(isIn) => set(ids, isIn)}
        />
        {theirs.map((task) => (
          <CheckField
            key={task.id}
            name={task.id}
            label={t('move.task', {
              task: taskTitle(task),
              programme: task.programmeName,
              day: sayDay(task.dueOn, now),
            })}
            about={task.state === 'overdue' ? t('move.late') : ''}
            checked={chosen.has(task.id)}
            onChoose={(isIn) => set([task.id], isIn)}
          />
        ))}
      </fieldset>
    );
  });
}
