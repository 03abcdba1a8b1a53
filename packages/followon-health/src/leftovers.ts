import { rmSync } from 'node:fs';

const leftovers = new Set<string>();

/** A file or folder of our own that must not outlive us, however we end. */
export const willRemove = (path: string): void => void leftovers.add(path);

export function remove(path: string): void {
  rmSync(path, { recursive: true, force: true });
  leftovers.delete(path);
}

/** It has become what was wanted. */
export const keep = (path: string): void => void leftovers.delete(path);

const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** Leaves nothing behind at Ctrl-C and its like either. Only a killed process (SIGKILL) or a power cut can. */
export function tidyUpAtTheEnd(): void {
  process.on('exit', () => leftovers.forEach(remove));
  for (const [signal, code] of Object.entries(SIGNALS)) process.once(signal, () => process.exit(code));
}
