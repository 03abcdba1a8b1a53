import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { PlainError } from './plain-error.js';

export type Secrets = {
  /** The kept value, if any. */
  find(name: string): string | undefined;
  /** Keeps a value, on disk before it returns. */
  keep(name: string, value: string): void;
};

/** Secrets of this installation, in one JSON file that only its owner may read. */
export function openSecrets(file: string): Secrets {
  const values = new Map(existsSync(file) ? Object.entries(parse(file)) : []);
  return {
    find: (name) => values.get(name),
    keep: (name, value) => {
      values.set(name, value);
      save(file, Object.fromEntries(values));
    },
  };
}

/** The kept value, or a new one that is kept from now on. */
export function findOrMake(secrets: Secrets, name: string, make: () => string): string {
  const found = secrets.find(name);
  if (found !== undefined) return found;
  const made = make();
  secrets.keep(name, made);
  return made;
}

/** 192 random bits in characters that need no escaping in a URL. */
export function randomPassword(): string {
  return randomBytes(24).toString('base64url');
}

function parse(file: string): Record<string, string> {
  try {
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isTexts(found)) return found;
  } catch {
    // told below, without the content
  }
  throw new PlainError(
    `The secrets file ${file} cannot be read. Restore it from a copy, or run "npm run reset".`,
  );
}

function isTexts(found: unknown): found is Record<string, string> {
  return (
    typeof found === 'object' &&
    found !== null &&
    Object.values(found).every((value) => typeof value === 'string')
  );
}

function save(file: string, values: Record<string, string>): void {
  mkdirSync(dirname(file), { recursive: true });
  const next = `${file}.${process.pid}`;
  writeFileSync(next, `${JSON.stringify(values, null, 2)}\n`, { mode: 0o600 });
  renameSync(next, file);
}
