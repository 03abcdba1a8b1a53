import type { TaskTemplate } from './task.js';

type Waiting = Pick<TaskTemplate, 'key' | 'after'>;

/** Tasks that wait for each other, so that none can ever be first: each circle once, by its keys in waiting order. */
export function waitingInACircle(tasks: readonly Waiting[]): string[][] {
  const waitsFor = new Map(tasks.map(({ key, after = [] }) => [key, after]));
  const settled = new Set<string>();
  return tasks.flatMap(({ key }) => {
    const circle = circleFrom(key, { waitsFor, settled, path: [] });
    return circle ? [circle] : [];
  });
}

interface Walk {
  readonly waitsFor: ReadonlyMap<string, readonly string[]>;
  /** Keys that are known to lead nowhere new. */
  readonly settled: Set<string>;
  readonly path: readonly string[];
}

function circleFrom(key: string, walk: Walk): string[] | undefined {
  const met = walk.path.indexOf(key);
  if (met >= 0) return walk.path.slice(met);
  if (walk.settled.has(key)) return undefined;
  const circle = firstCircle(walk.waitsFor.get(key) ?? [], { ...walk, path: [...walk.path, key] });
  walk.settled.add(key);
  return circle;
}

function firstCircle(keys: readonly string[], walk: Walk): string[] | undefined {
  for (const key of keys) {
    const circle = circleFrom(key, walk);
    if (circle) return circle;
  }
  return undefined;
}
