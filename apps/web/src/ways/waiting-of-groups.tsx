import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { GroupView } from '@followon/shared/contract/groups';
import type { MergeView } from '@followon/shared/contract/merges';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.js';
import { MergeToAnswer } from './merge-questions.js';
import { wayQueries } from './queries.js';
import { AtRest, isRestOver } from './standing-notices.js';

/** What one of the reader's groups has to decide: if it is ready after a break, or if another may join. */
interface Waiting {
  readonly group: GroupView;
  /** Undefined: the question is if they are ready. */
  readonly merge?: MergeView;
}

/** What waits for an answer of the reader's groups; nothing for those who cannot answer for one. */
export function useWaitingOfGroups(): readonly Waiting[] {
  const { actions, ownGroupIds, now } = useSession();
  const ids = actions.includes('merge-groups') ? ownGroupIds : [];
  const groups = useQueries({ queries: ids.map((id) => wayQueries.group(id)) });
  const merges = useQueries({
    queries: ids.map((id, at) => ({
      ...wayQueries.merges(id),
      enabled: groups[at]?.data?.may.merge ?? false,
    })),
  });
  return groups.flatMap(({ data: group }, at) => {
    if (!group) return [];
    const asked = merges[at]?.data?.items.filter(({ may }) => may.answer) ?? [];
    return [...(isRestOver(group, now) ? [{ group }] : []), ...asked.map((merge) => ({ group, merge }))];
  });
}

function OfGroup({ group, children }: { readonly group: GroupView; readonly children: ReactNode }) {
  return (
    <section aria-label={group.name}>
      <p className="fo-task__where">
        <Link to="/groups/$id" params={{ id: group.id }}>
          {group.name}
        </Link>
      </p>
      {children}
    </section>
  );
}

/** The questions of the group's page, where everything else waits for its contact people. */
export function WaitingOfGroups({ waiting }: { readonly waiting: readonly Waiting[] }) {
  const { now } = useSession();
  if (waiting.length === 0) return null;
  return (
    <div className="fo-stack fo-apart">
      {waiting.map(({ group, merge }) => (
        <OfGroup key={merge?.id ?? group.id} group={group}>
          {merge ? (
            <MergeToAnswer merge={merge} group={group} now={now} />
          ) : (
            <AtRest group={group} now={now} />
          )}
        </OfGroup>
      ))}
    </div>
  );
}
