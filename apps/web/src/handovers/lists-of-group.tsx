import { useQuery } from '@tanstack/react-query';
import type { HandoverView } from '@followon/shared/contract/handovers';
import { t, type MessageKey } from '../i18n.js';
import { Section } from '../ui/page.js';
import { handoverQueries } from './queries.js';
import { TaskHands, TaskInPlace } from './task-in-place.js';

type Kind = Exclude<HandoverView['kind'], 'programme'>;

const TITLE: Readonly<Record<Kind, MessageKey>> = {
  'hand-on': 'groupList.hand-on',
  restart: 'groupList.restart',
  closing: 'groupList.closing',
};

interface ListProps {
  readonly id: string;
  readonly kind: Kind;
  readonly now: string;
}

function List({ id, kind, now }: ListProps) {
  const list = useQuery(handoverQueries.one(id));
  if (!list.data) return null;
  return (
    <Section title={t(TITLE[kind])} id={`list-${id}`}>
      <div className="fo-stack">
        {list.data.tasks
          .filter(({ mayChange, state }) => mayChange || state === 'done')
          .map((task) => (
            <TaskInPlace key={task.id} task={task} now={now} heading="h3" />
          ))}
      </div>
    </Section>
  );
}

/** What a group has to do for itself: handing a role on, starting again, ending well. Nothing while there is nothing. */
export function ListsOfGroup({ groupId, now }: { readonly groupId: string; readonly now: string }) {
  const lists = useQuery(handoverQueries.ofGroup(groupId));
  const open = lists.data?.items.filter(({ kind, state }) => kind !== 'programme' && state === 'open') ?? [];
  if (open.length === 0) return null;
  return (
    <TaskHands>
      {open.map(({ id, kind }) => (
        <List key={id} id={id} kind={kind as Kind} now={now} />
      ))}
    </TaskHands>
  );
}
