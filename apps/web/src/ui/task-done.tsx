import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import type { SessionView } from '@followon/shared/contract/session';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isAdministrator, useSession } from '../api/session.js';
import { t, type MessageKey } from '../i18n.js';
import { Button } from './button.js';
import { taskTitle } from './task-words.js';

/** Tasks that are ticked by what is recorded elsewhere, with the words of the way there. */
const FACTS: Readonly<Record<string, MessageKey>> = {
  first_date_fixed: 'task.fact.date',
  first_meeting: 'task.fact.meeting',
};

/** The words of the way to what ticks this task; undefined where a person's tick is all there is. */
export const factWords = (key: string): string | undefined => {
  const words = Object.hasOwn(FACTS, key) ? FACTS[key] : undefined;
  return words && t(words);
};

type Told = Pick<HandoverTaskView, 'key' | 'ownerRole' | 'groupId' | 'programmeId' | 'ownWords' | 'title'>;

/** The product does it by itself: nobody ticks it. */
export const isOurs = ({ ownerRole }: Pick<HandoverTaskView, 'ownerRole'>): boolean => ownerRole === 'system';

const AS_BUTTON = 'nhsuk-button fo-button fo-button--';

interface WayProps {
  readonly task: Told;
  readonly kind: 'primary' | 'secondary';
  readonly children: ReactNode;
}

/** A first date is fixed where the group is formed, also by those to whom the group's own page has nothing to offer. */
function isOnGroupsPage({ key, groupId, programmeId }: Told, session: SessionView): boolean {
  if (programmeId === null || key !== 'first_date_fixed') return true;
  return (groupId !== null && session.ownGroupIds.includes(groupId)) || isAdministrator(session);
}

/** On the group's page; before there is a group, where one is formed. */
function Way({ task, kind, children }: WayProps) {
  const session = useSession();
  const { groupId, programmeId } = task;
  const className = AS_BUTTON + kind;
  return groupId && isOnGroupsPage(task, session) ? (
    <Link to="/groups/$id" params={{ id: groupId }} hash="meetings" className={className}>
      {children}
    </Link>
  ) : (
    <Link to="/programmes/$id" params={{ id: programmeId ?? '' }} hash="the-group" className={className}>
      {children}
    </Link>
  );
}

/** A group's own date is its contact people's; where people join a group, whoever shows them its date ticks that. */
const hasWay = ({ ownerRole, groupId, programmeId }: Told): boolean =>
  ownerRole === 'contact' && (groupId ?? programmeId) !== null;

interface TaskDoneProps {
  readonly task: Told;
  readonly busy: boolean;
  readonly kind?: 'primary' | 'secondary';
  readonly words: string;
  readonly onDone: () => void;
}

/**
 * "Done", for what a person ticks. What a fact ticks leads to where that is recorded, with the tick by hand behind it; what
 * we do by ourselves has neither.
 */
export function TaskDone({ task, busy, kind = 'primary', words, onDone }: TaskDoneProps) {
  if (isOurs(task)) return null;
  const name = <span className="nhsuk-u-visually-hidden"> {taskTitle(task)}</span>;
  const fact = hasWay(task) ? factWords(task.key) : undefined;
  if (fact)
    return (
      <>
        <Way task={task} kind={kind}>
          {fact}
        </Way>
        <Button kind="quiet" busy={busy} onClick={onDone}>
          {t('task.fact.already')}
          {kind === 'secondary' ? name : null}
        </Button>
      </>
    );
  return (
    <Button kind={kind} busy={busy} onClick={onDone}>
      {words}
      {kind === 'secondary' ? name : null}
    </Button>
  );
}
