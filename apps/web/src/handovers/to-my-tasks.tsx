import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '../api/session.js';
import { t } from '../i18n.js';
import { isToDo, orderTasks } from './my-tasks-order.js';
import { handoverQueries } from './queries.js';

/** The way to what is theirs to do, for those whose start page is about groups; nothing while there is nothing. */
export function ToMyTasks() {
  const { now } = useSession();
  const { data } = useQuery(handoverQueries.myTasks());
  const { first, soon } = orderTasks(data?.items ?? [], now);
  const count = [...first, ...soon].filter(isToDo).length;
  if (count === 0) return null;
  return (
    <Link to="/tasks" className="fo-choice fo-choice--tasks">
      {t('tasks.toMine', { count })}
    </Link>
  );
}
