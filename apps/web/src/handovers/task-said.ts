import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import { sayDay } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { sayTaskState } from '../ui/task-card.js';
import type { Changed, TaskAct } from './kept-acts.js';

/** What happened, for the live region. */
export function sayAct(act: TaskAct, task: HandoverTaskView): string {
  if (act.kind === 'answers') return t(task.notYet.length > 0 ? 'notYet.kept' : 'ask.kept');
  if (act.kind === 'patch') return sayTaskState(act.patch.state);
  if (act.kind === 'pass-on') return sayPassed(task);
  return task.laterUntil ? t('task.said.later', { day: sayDay(task.laterUntil) }) : t('task.said.undone');
}

/** "Passed on to Jo." */
const sayPassed = ({ passedTo, assignee }: Pick<HandoverTaskView, 'passedTo' | 'assignee'>): string =>
  passedTo === 'deputy' && assignee
    ? t('task.said.passedTo', { name: assignee.displayName })
    : t('task.said.passed-on');

const BY: Readonly<Record<Changed['by'], MessageKey>> = {
  volunteer: 'conflict.by.volunteer',
  contact: 'conflict.by.contact',
  clinician: 'conflict.by.clinician',
  lead: 'conflict.by.lead',
  'site-admin': 'conflict.by.site-admin',
  'network-admin': 'conflict.by.site-admin',
  system: 'conflict.by.system',
};

const WHAT: Readonly<Record<string, MessageKey>> = {
  done: 'conflict.what.done',
  'not-applicable': 'conflict.what.not-applicable',
  cannot: 'conflict.what.cannot',
  'passed-on': 'conflict.what.passed-on',
};

const MINUTE_MS = 60_000;

/** "a minute ago", "20 minutes ago", then the day. */
function sayAgo(at: string, now: string): string {
  const minutes = Math.round((Date.parse(now) - Date.parse(at)) / MINUTE_MS);
  return minutes < 60 ? t('conflict.minutes', { minutes: Math.max(0, minutes) }) : sayDay(at, now);
}

/** "The volunteer lead ticked this a minute ago." */
export function sayChanged(changed: Changed | undefined, now: string): string {
  if (!changed) return t('conflict.unknown');
  const who = t(BY[changed.by]);
  const what = t(WHAT[changed.state] ?? 'conflict.what.changed');
  return changed.at
    ? t('conflict.told', { who, what, ago: sayAgo(changed.at, now) })
    : t('conflict.toldUndated', { who, what });
}
