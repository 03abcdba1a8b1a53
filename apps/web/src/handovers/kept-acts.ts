import type { HandoverTaskView, TaskDraft, TaskPassOn, TaskPatch } from '@followon/shared/contract/handovers';
import type { Problem as ProblemBody } from '@followon/shared/contract/problem';

/** What a person can do to a task, as it is sent. */
export type TaskAct =
  | { readonly kind: 'patch'; readonly patch: TaskPatch }
  | { readonly kind: 'later'; readonly days: 1 | 3 | 7 }
  | { readonly kind: 'pass-on'; readonly body: TaskPassOn }
  | { readonly kind: 'answers'; readonly answers: TaskDraft };

export type Changed = NonNullable<ProblemBody['changed']>;

/** An act that the server has not taken yet, or did not take. */
export interface Kept {
  readonly task: Pick<HandoverTaskView, 'id' | 'version'>;
  readonly act: TaskAct;
  /** The Idempotency-Key of what was meant: sent again, it is done once. */
  readonly key: string;
  readonly state: 'sending' | 'waiting' | 'changed' | 'refused';
  /** With `changed`: what the task is now. */
  readonly changed?: Changed | undefined;
  /** With `refused`: why, in words. */
  readonly words?: string | undefined;
}

export type KeptById = ReadonlyMap<string, Kept>;

/** Answers are kept beside the act of their task, not instead of it. */
export const keptId = (taskId: string, kind: TaskAct['kind']): string =>
  kind === 'answers' ? `${taskId}/answers` : taskId;

/** What one person did on this device and is not yet with the server: ids, codes, counts and days, nothing else. */
export class KeptActs {
  private kept: KeptById;
  private readonly listeners = new Set<() => void>();
  private readonly place: string;

  constructor(accountId: string) {
    this.place = `followon.kept-acts.${accountId}`;
    this.kept = new Map(read(this.place).map((one) => [keptId(one.task.id, one.act.kind), one]));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly all = (): KeptById => this.kept;

  /** The newest act on a task stands for those before it; answers join those before them. */
  keep(one: Kept): void {
    this.change(new Map(this.kept).set(keptId(one.task.id, one.act.kind), one));
  }

  drop(id: string): void {
    const left = new Map(this.kept);
    left.delete(id);
    this.change(left);
  }

  private change(kept: KeptById): void {
    this.kept = kept;
    write(this.place, [...kept.values()]);
    for (const listener of this.listeners) listener();
  }
}

/** A device that keeps nothing still works; it only forgets when it is closed. */
function read(place: string): readonly Kept[] {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? '[]') as Kept[];
    // What was refused was said when it was; read again later, it would be about another day.
    return kept
      .filter(({ state }) => state !== 'refused')
      .map((one) => (one.state === 'sending' ? { ...one, state: 'waiting' } : one));
  } catch {
    return [];
  }
}

function write(place: string, kept: readonly Kept[]): void {
  try {
    if (kept.length === 0) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(kept));
  } catch {
    // Private windows may refuse.
  }
}
