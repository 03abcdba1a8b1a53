import type { ReactNode } from 'react';
import { t } from '../i18n.js';
import { PageTitle } from '../ui/page.js';
import { MyTasks } from './my-tasks.js';

/** *My tasks* as a page of its own, for clinicians and leads whose start page is about something else. */
export function MyTasksPage({ children }: { readonly children?: ReactNode }) {
  return (
    <div className="fo-narrow">
      <MyTasks besides={0} title={(count) => <PageTitle title={t('tasks.title', { count })} />} />
      {children}
    </div>
  );
}
