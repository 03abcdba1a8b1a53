import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './repository.js';

const notOurs = new Set([
  'node_modules',
  'dist',
  '.git',
  '.turbo',
  '.followon',
  'coverage',
  'screenshots',
  'test-results',
]);

/** Every file of the repository that a person wrote, as paths from its root. */
export function sourceFiles(folder = ''): string[] {
  return readdirSync(join(repository, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (notOurs.has(entry.name)) return [];
    return entry.isDirectory() ? sourceFiles(path) : [path];
  });
}

export const readSource = (path: string): string => readFileSync(join(repository, path), 'utf8');
