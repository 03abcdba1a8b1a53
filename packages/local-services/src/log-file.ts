import { openSync, renameSync, statSync } from 'node:fs';

const keepBytes = 5 * 1024 * 1024;

/** Opens a log for appending, readable by its owner only. One that has grown large is first set aside as `.old`. */
export function openLog(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats && stats.size > keepBytes) renameSync(path, `${path}.old`);
  return openSync(path, 'a', 0o600);
}
