import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository, whether this runs as TypeScript under Jest or compiled below `tests/dist`. */
export const repository: string = findUp(dirname(fileURLToPath(import.meta.url)));

function findUp(dir: string): string {
  if (existsSync(join(dir, 'turbo.json'))) return dir;
  const parent = dirname(dir);
  if (parent === dir) throw new Error('The repository was not found above the tests.');
  return findUp(parent);
}
