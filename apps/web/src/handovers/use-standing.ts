import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import { useEffect, useState } from 'react';
import { useHands } from './use-kept-acts.js';

/**
 * The tasks of the list, and those that have left it while something done to them is not told yet: their cards say what
 * happened before they go.
 */
export function useStanding(items: readonly HandoverTaskView[]): readonly HandoverTaskView[] {
  const { kept } = useHands();
  const [seen] = useState(() => new Map<string, HandoverTaskView>());
  useEffect(() => {
    for (const item of items) seen.set(item.id, item);
  }, [seen, items]);
  const listed = new Set(items.map(({ id }) => id));
  const gone = [...kept.keys()].flatMap((id) => {
    const task = listed.has(id) ? undefined : seen.get(id);
    return task ? [task] : [];
  });
  return gone.length === 0 ? items : [...items, ...gone];
}
