import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import { t } from '../i18n.js';
import { isWaiting } from './checklist-order.js';

/** How far a checklist is. */
export function Progress({ tasks }: { readonly tasks: readonly HandoverTaskView[] }) {
  const settled = tasks.filter((task) => !isWaiting(task)).length;
  return (
    <>
      <p>{t('checklist.progress', { done: settled, total: tasks.length })}</p>
      <progress
        className="fo-progress"
        max={tasks.length}
        value={settled}
        aria-label={t('checklist.title')}
      />
    </>
  );
}
