import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { failed } from '../failure.js';

const BYTES_AT_ONCE = 1 << 18;
const TEXTS_AT_ONCE = 1_000;

/** Writes texts without line breaks into a new file, one a line. */
export function writeRun(path: string, texts: Iterable<string>): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    let some: string[] = [];
    for (const text of texts) {
      some.push(text);
      if (some.length < TEXTS_AT_ONCE) continue;
      writeAll(file, `${some.join('\n')}\n`);
      some = [];
    }
    if (some.length > 0) writeAll(file, `${some.join('\n')}\n`);
  } finally {
    closeSync(file);
  }
}

/** Appends; answers how many bytes that were. */
export function writeAll(file: number, text: string): number {
  const bytes = Buffer.from(text);
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
  } catch (error) {
    throw failed('The file cannot be sorted in the folder for temporary files (TMPDIR)', error);
  }
  return bytes.length;
}

/** The texts of such a file, read as they are wanted. */
export function* readRun(path: string): Generator<string, void> {
  const file = openSync(path, 'r');
  const decoder = new StringDecoder('utf8');
  const buffer = Buffer.allocUnsafe(BYTES_AT_ONCE);
  try {
    let rest = '';
    for (;;) {
      const read = readSync(file, buffer);
      if (read === 0) return;
      const texts = (rest + decoder.write(buffer.subarray(0, read))).split('\n');
      rest = texts.pop() ?? '';
      yield* texts;
    }
  } finally {
    closeSync(file);
  }
}
