import { readFileSync } from 'node:fs';
import { fitted } from '@followon/shared/rules/health/fitted';

/** The command's version and that of the numbers it judges with: to be named with scores that are compared. */
export function sayVersion(): string {
  // As far below package.json here as in the bundle.
  const { name, version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    name: string;
    version: string;
  };
  return `${name} ${version}, parameters ${fitted.version}\n`;
}
