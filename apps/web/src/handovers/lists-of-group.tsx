import { useQuery } from '@tanstack/react-query';
import { HandoverChecklist } from './checklist.js';
import { handoverQueries } from './queries.js';

/** Lists of a group that its own people work through: starting again, and saying goodbye. */
export function ListsOfGroup({ groupId }: { readonly groupId: string }) {
  const lists = useQuery(handoverQueries.ofGroups());
  const open =
    lists.data?.items.filter(
      (list) => list.groupId === groupId && list.kind !== 'programme' && list.state === 'open',
    ) ?? [];
  return open.map(({ id }) => <HandoverChecklist key={id} id={id} />);
}
