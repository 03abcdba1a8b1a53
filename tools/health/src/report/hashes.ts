import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const engine = fileURLToPath(new URL('../../../../packages/shared/src/rules/health/', import.meta.url));

/** They hear what was judged, and judge nothing themselves. */
const NOT_THE_ENGINE = /^(lived\/|replay-live|walk-levels|marks|presets|successor|turnout)/;

/**
 * SHA-256 over the engine's sources: every file that a judgement depends on, sorted by path, whatever the line ends of this
 * machine.
 */
export function engineHash(folder = engine): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !NOT_THE_ENGINE.test(path))
    .sort();
  for (const path of files)
    hash.update(`${path}\n${readFileSync(join(folder, path), 'utf8').replaceAll('\r\n', '\n')}\n`);
  return hash.digest('hex');
}

/** SHA-256 of a file as it lies there; undefined where there is none. */
export function fileHash(path: string): string | undefined {
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : undefined;
}
