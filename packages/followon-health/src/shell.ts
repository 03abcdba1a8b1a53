import type { Writable } from 'node:stream';
import type { keptByNpm } from './kept-by-npm.js';

/** Where the command was typed. */
export interface Shell {
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Somebody watches `stderr`, so that a line may be written over. */
  readonly isWatched: boolean;
  /** `stdout` takes colours, and they are wanted. */
  readonly hasColours: boolean;
  /** Characters in a row of `stdout`. */
  readonly columns: number;
  /** Milliseconds, to tell how long something takes. */
  readonly clock: () => number;
  /** Options that npm, which ran us, took for its own. */
  readonly keptByNpm?: ReturnType<typeof keptByNpm>;
}
