import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import type { ReassignView, SkipReason } from '@followon/shared/contract/reassign';
import type { ReactNode } from 'react';
import { t, type MessageKey } from '../i18n.js';
import { taskTitle } from '../ui/task-words.js';

const WHY: Readonly<Record<SkipReason, MessageKey>> = {
  settled: 'move.skip.settled',
  'handover-closed': 'move.skip.handover-closed',
  'already-theirs': 'move.skip.already-theirs',
  'system-task': 'move.skip.system-task',
  'not-of-this-site': 'move.skip.not-of-this-site',
  'account-disabled': 'move.skip.account-disabled',
  'on-a-break': 'move.skip.on-a-break',
  'wrong-role': 'move.skip.wrong-role',
  'training-not-written-down': 'move.skip.training-not-written-down',
  'training-expired': 'move.skip.training-expired',
  'checks-not-written-down': 'move.skip.checks-not-written-down',
  'checks-expired': 'move.skip.checks-expired',
};

interface PreviewProps {
  readonly preview: ReassignView;
  readonly tasks: readonly HandoverTaskView[];
  /** What may be done now. */
  readonly children: ReactNode;
}

/** What would move and what would not, with the reason; nothing has happened yet. */
export function MovePreview({ preview: { moved, skipped }, tasks, children }: PreviewProps) {
  const nameOf = (id: string) => {
    const task = tasks.find((known) => known.id === id);
    return task ? t('move.of', { task: taskTitle(task), programme: task.programmeName }) : '';
  };
  return (
    <div className="fo-card" role="status">
      <p>{t('move.would', { tasks: moved.length })}</p>
      <ul className="nhsuk-list">
        {moved.map(({ taskId, from }) => (
          <li key={taskId}>
            {nameOf(taskId)} <span className="fo-muted">{from?.displayName ?? t('move.nobody')}</span>
          </li>
        ))}
      </ul>
      {skipped.length > 0 ? (
        <>
          <p>{t('move.stay')}</p>
          <ul className="nhsuk-list">
            {skipped.map(({ taskId, because }) => (
              <li key={taskId}>
                {nameOf(taskId)} <span className="fo-muted">{t(WHY[because])}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {moved.length > 0 ? children : null}
    </div>
  );
}
