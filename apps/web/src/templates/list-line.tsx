import type { DatedTemplateTask, TemplateTaskView } from '@followon/shared/contract/templates';
import { useState } from 'react';
import { sayDay } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { typedOf, withChanged, withLeftOut, withPutBack, withShipped } from './changes.js';
import { OWNER } from './owner-words.js';
import { TaskForm } from './task-form.js';
import type { Editing } from './use-template.js';

interface LineProps {
  readonly task: DatedTemplateTask;
  readonly others: readonly TemplateTaskView[];
  /** Undefined for those who may only read. */
  readonly editing?: Editing | undefined;
}

interface ActsProps {
  readonly task: TemplateTaskView;
  readonly editing: Editing;
  readonly onEdit: () => void;
}

function Act({ words, title, onAct }: { words: MessageKey; title: string; onAct: () => void }) {
  return (
    <button type="button" className="fo-plain-button" onClick={onAct}>
      {t(words)}
      <span className="nhsuk-u-visually-hidden"> {title}</span>
    </button>
  );
}

function Acts({ task, editing: { changes, change }, onEdit }: ActsProps) {
  const { key, title, origin, mayDrop } = task;
  return (
    <div className="fo-list__acts">
      <Act words="templates.change" title={title} onAct={onEdit} />
      {origin === 'changed' ? (
        <Act
          words="templates.asShipped"
          title={title}
          onAct={() => change(withShipped(changes, key), t('templates.said.shipped', { task: title }))}
        />
      ) : null}
      {mayDrop ? (
        <Act
          words="templates.leaveOut"
          title={title}
          onAct={() => change(withLeftOut(changes, task), t('templates.said.leftOut', { task: title }))}
        />
      ) : null}
    </div>
  );
}

function Signs({ task }: { readonly task: DatedTemplateTask }) {
  return (
    <>
      {task.blocking ? <span className="fo-check__must">{t('checklist.must')}</span> : null}
      {task.origin === 'shipped' ? null : (
        <span className="fo-list__own">
          {t(task.origin === 'own' ? 'templates.sign.own' : 'templates.sign.changed')}
        </span>
      )}
    </>
  );
}

/** A task with the day it would be due, whose it is, and what can be done about it. */
export function ListLine({ task, others, editing }: LineProps) {
  const [isOpen, open] = useState(false);
  if (isOpen && editing)
    return (
      <li className="fo-list__line" id={`task-${task.key}`}>
        <TaskForm
          label={t('templates.form.of', { task: task.title })}
          typed={typedOf(task)}
          shipped={task.shipped ?? undefined}
          others={others.filter(({ key }) => key !== task.key)}
          onLeave={() => open(false)}
          onKeep={(typed) => {
            open(false);
            editing.change(
              withChanged(editing.changes, task, typed),
              t('templates.said.changed', { task: typed.title }),
            );
          }}
        />
      </li>
    );
  return (
    <li className="fo-list__line" id={`task-${task.key}`} tabIndex={-1}>
      <p className="fo-list__day">{task.doNow ? t('templates.atOnce') : sayDay(task.dueOn)}</p>
      <div>
        <p className="fo-check__title">
          {task.title} <Signs task={task} />
        </p>
        <p className="fo-muted">
          {task.why} {t('templates.with', { owner: t(OWNER[task.ownerRole]) })}
        </p>
        {editing ? <Acts task={task} editing={editing} onEdit={() => open(true)} /> : null}
      </div>
    </li>
  );
}

/** What the site leaves out, each with the way back. */
export function LeftOut({
  tasks,
  editing,
}: {
  tasks: readonly TemplateTaskView[];
  editing?: Editing | undefined;
}) {
  if (tasks.length === 0) return null;
  return (
    <>
      <h2 className="nhsuk-heading-s">{t('templates.leftOut')}</h2>
      <ul className="fo-list">
        {tasks.map(({ key, title }) => (
          <li className="fo-list__line fo-list__line--out" key={key}>
            <p>{title}</p>
            {editing ? (
              <Act
                words="templates.putBack"
                title={title}
                onAct={() =>
                  editing.change(
                    withPutBack(editing.changes, key),
                    t('templates.said.putBack', { task: title }),
                  )
                }
              />
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
