import type { DatedTemplateTask, TemplateTaskView } from '@followon/shared/contract/templates';
import { useState } from 'react';
import { sayDay } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { focusPart } from '../ui/focus-here.js';
import { typedOf, withChanged, withLeftOut, withPutBack, withShipped } from './changes.js';
import { OWNER } from './owner-words.js';
import { TaskForm } from './task-form.js';
import { useFocusBack } from './use-focus-back.js';
import type { Editing } from './use-template.js';

/** The button that adds a task, by its id. */
export const ADD_TASK = 'add-task';

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

/** Leaving out and putting back stand in one place, so that a slip is one press away. */
function OutAndBack({ task, editing: { changes, change } }: Omit<ActsProps, 'onEdit'>) {
  const { key, title, dropped, origin } = task;
  const press = () => {
    change(
      dropped ? withPutBack(changes, key) : withLeftOut(changes, task),
      t(dropped ? 'templates.said.putBack' : 'templates.said.leftOut', { task: title }),
    );
    if (origin === 'own') focusPart(ADD_TASK);
  };
  return <Act words={dropped ? 'templates.putBack' : 'templates.leaveOut'} title={title} onAct={press} />;
}

function Acts({ task, editing, onEdit }: ActsProps) {
  const { key, title, origin, mayDrop, dropped } = task;
  const back = () =>
    editing.change(withShipped(editing.changes, key), t('templates.said.shipped', { task: title }));
  return (
    <div className="fo-list__acts">
      {mayDrop || dropped ? <OutAndBack task={task} editing={editing} /> : null}
      {dropped ? null : <Act words="templates.change" title={title} onAct={onEdit} />}
      {origin === 'changed' && !dropped ? (
        <Act words="templates.asShipped" title={title} onAct={back} />
      ) : null}
    </div>
  );
}

const SIGN: Readonly<Record<TemplateTaskView['origin'], MessageKey | undefined>> = {
  shipped: undefined,
  own: 'templates.sign.own',
  changed: 'templates.sign.changed',
};

function Signs({ task: { blocking, dropped, origin } }: { readonly task: DatedTemplateTask }) {
  const sign = dropped ? 'templates.sign.leftOut' : SIGN[origin];
  return (
    <>
      {blocking && !dropped ? <span className="fo-check__must">{t('checklist.must')}</span> : null}
      {sign ? <span className="fo-list__own">{t(sign)}</span> : null}
    </>
  );
}

/** A task of the site's own as the site wrote it, whoever has it in the list that is shown. */
const asWritten = (task: TemplateTaskView, { changes }: Editing): TemplateTaskView => ({
  ...task,
  ...changes.add.find(({ key }) => key === task.key),
});

/** A task with the day it would be due, whose it is, and what can be done about it. */
export function ListLine({ task, others, editing }: LineProps) {
  const [isOpen, open] = useState(false);
  const line = useFocusBack<HTMLLIElement>(isOpen);
  if (isOpen && editing)
    return (
      <li className="fo-list__line" id={`task-${task.key}`}>
        <TaskForm
          label={t('templates.form.of', { task: task.title })}
          typed={typedOf(asWritten(task, editing))}
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
    <li
      className={`fo-list__line ${task.dropped ? 'fo-list__line--left' : ''}`.trim()}
      id={`task-${task.key}`}
      tabIndex={-1}
      ref={line}
    >
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
