import { useQuery } from '@tanstack/react-query';
import type { HandoverTaskView, HandoverView } from '@followon/shared/contract/handovers';
import { useState } from 'react';
import { useSession } from '../api/session.js';
import { sayDay, sayDistance } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { Section } from '../ui/page.js';
import { Asked } from '../ui/states.js';
import { taskTitle } from '../ui/task-words.js';
import { HandoverEnding } from './handover-ending.js';
import { handoverQueries } from './queries.js';
import { TaskInPlace } from './task-list.js';

const OWNER: Readonly<Record<HandoverTaskView['ownerRole'], MessageKey>> = {
  clinician: 'owner.clinician',
  volunteer: 'owner.volunteer',
  lead: 'owner.lead',
  contact: 'owner.contact',
  system: 'owner.system',
};

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

function Line({
  task,
  now,
  open,
  onOpen,
}: {
  readonly task: HandoverTaskView;
  readonly now: string;
  readonly open: boolean;
  readonly onOpen: () => void;
}) {
  if (open)
    return (
      <li className="fo-check fo-check--open">
        <TaskInPlace task={task} now={now} />
      </li>
    );
  return (
    <li className={`fo-check fo-check--${task.state}`}>
      <span className="fo-check__sign" aria-hidden="true" />
      <div className="fo-check__what">
        <p className="fo-check__title">
          {taskTitle(task)}{' '}
          {task.blocking ? <span className="fo-check__must">{t('checklist.must')}</span> : null}
        </p>
        <p className="fo-muted">
          {t('checklist.with', { owner: task.assignee?.displayName ?? t(OWNER[task.ownerRole]) })}{' '}
          {sayWhen(task, now)}
        </p>
      </div>
      <p className="fo-check__state">{t(STATE[task.state])}</p>
      {task.mayChange ? (
        <button type="button" className="fo-plain-button" onClick={onOpen}>
          {t('checklist.change')}
          <span className="nhsuk-u-visually-hidden"> {taskTitle(task)}</span>
        </button>
      ) : null}
    </li>
  );
}

const DONE_ENOUGH: readonly HandoverTaskView['state'][] = ['done', 'not-applicable'];

function Lines({ handover, now }: { readonly handover: HandoverView; readonly now: string }) {
  const [open, setOpen] = useState<string>();
  const tasks = handover.tasks.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  return (
    <ul className="fo-checks">
      {tasks.map((task) => (
        <Line key={task.id} task={task} now={now} open={open === task.id} onOpen={() => setOpen(task.id)} />
      ))}
    </ul>
  );
}

/** The handover checklist: what, whose, by when; what is done; and the two signatures that end it. */
export function HandoverChecklist({ id }: { readonly id: string }) {
  const { now } = useSession();
  const handover = useQuery(handoverQueries.one(id));
  return (
    <Section title={t('checklist.title')} id="handover">
      <Asked query={handover} lines={8}>
        {(it) => (
          <>
            <p>
              {t('checklist.progress', {
                done: it.tasks.filter(({ state }) => DONE_ENOUGH.includes(state)).length,
                total: it.tasks.length,
              })}
            </p>
            <progress
              className="fo-progress"
              max={it.tasks.length}
              value={it.tasks.filter(({ state }) => DONE_ENOUGH.includes(state)).length}
              aria-label={t('checklist.title')}
            />
            <HandoverEnding handover={it} now={now} />
            <Lines handover={it} now={now} />
          </>
        )}
      </Asked>
    </Section>
  );
}
