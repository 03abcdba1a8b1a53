import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import { civilDate, sayDay, sayDistance } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { taskTitle } from './task-words.js';

const STAGE: Readonly<Record<'owner' | 'lead' | 'site-admin', MessageKey | undefined>> = {
  owner: undefined,
  lead: 'task.stage.lead',
  'site-admin': 'task.stage.site-admin',
};

interface FactsProps {
  readonly task: HandoverTaskView;
  readonly now: string;
}

/** By when, in words with days; late is said kindly. */
export function TaskWhen({ task, now }: FactsProps) {
  const when = { day: sayDay(task.dueOn, now), distance: sayDistance(task.dueOn, now) };
  if (task.doNow && task.state === 'open') return <p className="fo-task__when">{t('task.doNow', when)}</p>;
  const late = task.state === 'overdue';
  return (
    <p className={`fo-task__when ${late ? 'fo-task__when--late' : ''}`.trim()}>
      {t(late ? 'task.late' : 'task.by', when)}
    </p>
  );
}

function sayNext({ stage }: HandoverTaskView, now: string): string | undefined {
  const words = stage ? STAGE[stage.stage] : undefined;
  return stage && words ? t(words, { day: sayDay(stage.at, now) }) : undefined;
}

/** What is told only when there is something to tell: what comes first, put off until when, who hears of it next. */
export function TaskNotes({ task, now }: FactsProps) {
  const [first] = task.after;
  const notes = [
    first && t('task.after', { task: taskTitle({ ...first, ownWords: true }) }),
    task.laterUntil && task.laterUntil > civilDate(now)
      ? t('task.putOff', { day: sayDay(task.laterUntil, now) })
      : undefined,
    task.state === 'overdue' ? sayNext(task, now) : undefined,
  ].filter((note) => note !== undefined);
  if (notes.length === 0) return null;
  return <p className="fo-task__note">{notes.join(' ')}</p>;
}
