import type { HandoverTaskView, TaskPatch } from '@followon/shared/contract/handovers';
import { useEffect, useState } from 'react';
import { wordsFor } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { useAnnounce } from '../ui/announcer.js';
import { sayTaskState, TaskCard } from '../ui/task-card.js';
import { changeTask, type TaskAct } from './queries.js';

const UNDO_MS = 10 * 60_000;

/** One task, acted on in place; what the server answered last is what is shown. */
export function TaskInPlace({
  task,
  now,
  heading,
  onTouched,
}: {
  readonly task: HandoverTaskView;
  readonly now: string;
  readonly heading?: 'h2' | 'h3';
  readonly onTouched?: (id: string) => void;
}) {
  const announce = useAnnounce();
  const act = useAct(
    (input: TaskAct, key) => changeTask(input, key),
    ['handovers', 'programmes', 'sites'],
    (_, { patch }) => announce(sayTaskState(patch.state)),
  );
  const newest = act.data && act.data.version > task.version ? act.data : task;
  const give = (patch: TaskPatch) => {
    onTouched?.(task.id);
    act.mutate({ task: newest, patch });
  };
  return (
    <TaskCard
      task={newest}
      now={now}
      heading={heading ?? 'h3'}
      busy={act.isPending}
      trouble={act.error ? wordsFor(act.error) : undefined}
      onAct={give}
    />
  );
}

/** Cards that were answered stay where they stood for ten minutes, so that an undo is where the eye is. */
export function useTouched(): {
  readonly touched: ReadonlySet<string>;
  readonly touch: (id: string) => void;
} {
  const [touched, setTouched] = useState<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    if (touched.size === 0) return undefined;
    const oldest = Math.min(...touched.values());
    const timer = setTimeout(
      () => setTouched((all) => new Map([...all].filter(([, at]) => at !== oldest))),
      Math.max(0, oldest + UNDO_MS - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [touched]);
  return {
    touched: new Set(touched.keys()),
    touch: (id) => setTouched((all) => new Map(all).set(id, Date.now())),
  };
}
