import type { HandoverTaskView, TaskPatch } from '@followon/shared/contract/handovers';
import { aServer, type Asked } from '../api/a-server.test-support.js';
import { NOW } from '../ui/on-a-page.test-support.js';
import { forgetStores } from './use-kept-acts.js';

type Answer = ReturnType<Parameters<typeof aServer>[0]>;

const UNDO_UNTIL = new Date(Date.parse(NOW) + 10 * 60_000).toISOString();

/** What the API does with one request about a task, as far as a screen can tell. */
function after(task: HandoverTaskView, { path, body }: Asked): HandoverTaskView {
  const version = task.version + 1;
  if (path.endsWith('/draft')) {
    const { answers = {} } = body as { answers?: object };
    return { ...task, unanswered: task.unanswered.filter((name) => !Object.keys(answers).includes(name)) };
  }
  if (path.endsWith('/later')) return { ...task, version, laterUntil: '2026-11-25', undoUntil: UNDO_UNTIL };
  if (path.endsWith('/pass-on'))
    return {
      ...task,
      version,
      state: 'passed-on',
      passedTo: 'lead',
      mayChange: false,
      undoUntil: UNDO_UNTIL,
    };
  const { state } = body as TaskPatch;
  const unanswered = task.asks.flatMap((asked) => (asked.kind === 'day' ? [] : [asked.key]));
  const undoUntil = state === 'open' ? null : UNDO_UNTIL;
  return { ...task, version, state, undoUntil, unanswered, laterUntil: null, mayChange: true };
}

/** For tests: a server that keeps these tasks; `instead` may answer first, `'no answer'` being a broken line. */
export function aTaskServer(
  tasks: readonly HandoverTaskView[],
  instead: (asked: Asked) => Answer | undefined = () => undefined,
) {
  localStorage.clear();
  forgetStores();
  const kept = new Map(tasks.map((task) => [task.id, task]));
  const server = aServer((asked) => {
    const given = instead(asked);
    if (given) return given;
    const [, id = ''] = /handover-tasks\/([^/]+)/.exec(asked.path) ?? [];
    const task = kept.get(id);
    if (!task) return { body: { items: [...kept.values()], nextCursor: null } };
    kept.set(id, after(task, asked));
    return { body: kept.get(id) };
  });
  const writes = () =>
    server.asked
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path, body }) => [method, path, body]);
  return { ...server, writes, kept };
}
