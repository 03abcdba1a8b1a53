import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One line of a file: its fields by the names in the first line, and where it stands. */
export type Line = { readonly where: string; readonly field: (name: string) => string };

/** The lines of a comma-separated file without quotes, or none where there is no such file. Throws with the line's number. */
export function readTable(folder: string, file: string): readonly Line[] {
  const path = join(folder, file);
  if (!existsSync(path)) return [];
  const [head = '', ...rest] = readFileSync(path, 'utf8').trimEnd().split(/\r?\n/);
  const names = head.split(',');
  return rest.map((text, place) => lineOf(text.split(','), names, `${file} line ${place + 2}`));
}

function lineOf(fields: readonly string[], names: readonly string[], where: string): Line {
  if (fields.length !== names.length)
    throw new Error(`${where}: ${fields.length} fields where ${names.length} were expected.`);
  return {
    where,
    field: (name) => {
      const value = fields[names.indexOf(name)];
      if (value === undefined) throw new Error(`${where}: there is no column "${name}".`);
      return value;
    },
  };
}

export function dateIn({ where, field }: Line, name: string): string {
  const value = field(name);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(Date.parse(value)))
    throw new Error(`${where}: "${name}" is no date (YYYY-MM-DD).`);
  return value;
}

export function countIn({ where, field }: Line, name: string): number {
  const value = field(name);
  if (!/^\d{1,6}$/.test(value)) throw new Error(`${where}: "${name}" is no whole number.`);
  return Number(value);
}
