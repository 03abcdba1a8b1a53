import { useQueryClient } from '@tanstack/react-query';
import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import { createContext, useCallback, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import { Problem, wordsFor } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { useAnnounce } from '../ui/announcer.js';
import { KeptActs, keptId, type Changed, type Kept, type KeptById, type TaskAct } from './kept-acts.js';
import { sendAct, withTask, type MyTasksAnswer } from './queries.js';
import { sayAct } from './task-said.js';

const AGAIN_MS = 20_000;
const stores = new Map<string, KeptActs>();

function storeOf(accountId: string): KeptActs {
  const store = stores.get(accountId) ?? new KeptActs(accountId);
  stores.set(accountId, store);
  return store;
}

/** For tests: a new device. */
export const forgetStores = (): void => stores.clear();

export interface TaskHands {
  readonly kept: KeptById;
  readonly give: (task: Pick<HandoverTaskView, 'id' | 'version'>, act: TaskAct) => void;
  readonly drop: (id: string) => void;
}

const Hands = createContext<TaskHands | undefined>(undefined);
export const TaskHandsProvider = Hands.Provider;

export function useHands(): TaskHands {
  const hands = useContext(Hands);
  if (!hands) throw new Error('task cards stand inside TaskHandsProvider');
  return hands;
}

/** Whether the server was not there; whatever else it says is an answer. */
const isAway = (error: unknown): boolean =>
  error instanceof Problem && (error.status === 0 || error.status >= 500);

function refused(error: unknown): Pick<Kept, 'state' | 'changed' | 'words'> {
  if (isAway(error)) return { state: 'waiting' };
  if (error instanceof Problem && error.status === 412)
    return { state: 'changed', changed: error.body['changed'] as Changed | undefined };
  return { state: 'refused', words: wordsFor(error) };
}

/** Earlier answers that are still on their way go with the new ones. */
function joined(before: Kept | undefined, act: TaskAct): TaskAct {
  if (act.kind !== 'answers' || before?.act.kind !== 'answers') return act;
  const sofar = before.act.answers;
  const answers = { ...sofar, ...act.answers, answers: { ...sofar.answers, ...act.answers.answers } };
  return { kind: 'answers', answers };
}

/**
 * What people do to their tasks: shown at once, sent, kept on the device until the server has it, and sent again when it
 * can be reached.
 */
export function useTaskHands(): TaskHands {
  const { accountId } = useSession();
  const store = storeOf(accountId);
  const kept = useSyncExternalStore(store.subscribe, store.all);
  const queries = useQueryClient();
  const announce = useAnnounce();

  const deliver = useCallback(
    async (one: Kept) => {
      const id = keptId(one.task.id, one.act.kind);
      store.keep({ ...one, state: 'sending' });
      try {
        const task = await sendAct(one);
        if (store.all().get(id)?.key === one.key) store.drop(id);
        queries.setQueryData<MyTasksAnswer>(['handovers', 'my-tasks'], (page) => withTask(page, task));
        announce(sayAct(one.act, task));
        for (const word of ['handovers', 'programmes', 'sites', 'documents-given', 'groups'])
          void queries.invalidateQueries({ queryKey: [word] });
      } catch (error) {
        if (store.all().get(id)?.key === one.key) store.keep({ ...one, ...refused(error) });
        if (!isAway(error)) void queries.invalidateQueries({ queryKey: ['handovers'] });
      }
    },
    [store, queries, announce],
  );

  useEffect(() => {
    const again = () => {
      for (const one of store.all().values()) if (one.state === 'waiting') void deliver(one);
    };
    again();
    const timer = setInterval(again, AGAIN_MS);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [store, deliver]);

  return useMemo(
    () => ({
      kept,
      drop: (id) => store.drop(id),
      give: (task, act) => {
        const whole = joined(store.all().get(keptId(task.id, act.kind)), act);
        const { id, version } = task;
        void deliver({ task: { id, version }, act: whole, key: crypto.randomUUID(), state: 'sending' });
      },
    }),
    [kept, store, deliver],
  );
}
