import { posix } from 'node:path';
import { expect, test } from '@jest/globals';
import { eventNames } from '@followon/shared/events/catalogue';
import { readSource, sourceFiles } from '../support/source-files.js';

const eventName = /[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*\.v\d+/g;
const dispatch = 'apps/worker/src/dispatch';

test('docs/architecture.md lists every event of the catalogue, and no other', () => {
  const rows = readSource('docs/architecture.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const listed = rows.flatMap((row) => row.slice(0, row.indexOf('|', 1)).match(eventName) ?? []);
  expect(listed.toSorted()).toEqual(eventNames.toSorted());
});

test('no chain of events comes back to where it began', () => {
  const follows = whatFollows();
  expect([...follows.keys()].toSorted()).toEqual(eventNames.toSorted());
  expect([...follows.values()].flat().length).toBeGreaterThan(5);
  expect(circles(follows)).toEqual([]);
});

/** Event -> the events that its reactions may append, by reading the tables of reactions and their sources. */
function whatFollows(): Map<string, string[]> {
  return new Map(sourceFiles(`${dispatch}/reactions`).flatMap(followsIn));
}

function followsIn(file: string): [event: string, appended: string[]][] {
  const table = readSource(file);
  const fileOf = new Map(
    importsOf(table, posix.dirname(file)).flatMap(({ names, from }) =>
      names.map((name) => [name, from] as const),
    ),
  );
  const lines = table.matchAll(/'([^']+\.v\d+)':\s*\[([^\]]*)\]/g);
  return [...lines].map(([, event = '', listed = '']) => {
    const classes = listed
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    return [event, classes.flatMap((name) => appendedBy(fileOf.get(name) ?? `missing:${name}`))];
  });
}

/** The names in `name: '….v1'` of a reaction's file and of what it imports beside the dispatcher. */
function appendedBy(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file) || file.startsWith(dispatch)) return [];
  seen.add(file);
  const source = readSource(file);
  const own = [...source.matchAll(/\bname: '([^']+\.v\d+)'/g)].map(([, name = '']) => name);
  return [...own, ...importsOf(source, posix.dirname(file)).flatMap(({ from }) => appendedBy(from, seen))];
}

function importsOf(source: string, folder: string): { names: string[]; from: string }[] {
  const imports = source.matchAll(/import (?!type)\{([^}]*)\} from '(\.[^']+)\.js'/g);
  return [...imports].map(([, names = '', from = '']) => ({
    names: names.split(',').map((name) => name.trim()),
    from: posix.join(folder, `${from}.ts`),
  }));
}

function circles(follows: Map<string, string[]>): string[] {
  const found: string[] = [];
  const walk = (event: string, path: readonly string[]): void => {
    if (path.includes(event)) found.push([...path.slice(path.indexOf(event)), event].join(' -> '));
    else for (const next of follows.get(event) ?? []) walk(next, [...path, event]);
  };
  for (const event of follows.keys()) walk(event, []);
  return found;
}
