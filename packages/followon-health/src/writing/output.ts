import { realpathSync, statSync, type Stats } from 'node:fs';
import { open, realpath, rename, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { failed, Failure } from '../failure.js';
import { keep, remove, willRemove } from '../leftovers.js';

/** Where rows go. Without `finish`, no file of that name is made or changed. */
export interface Output {
  write(text: string): Promise<void>;
  /** It is whole. */
  finish(): Promise<void>;
  /** Something went wrong. Does nothing after `finish`. */
  abandon(): Promise<void>;
}

/** The standard output, a file that appears when it is whole, or something that is no file, such as a pipe. */
export async function openOutput(path: string, stdout: Writable): Promise<Output> {
  if (path === '-') return new StreamOutput(stdout);
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there?.isDirectory()) throw new Failure(`${path} cannot be written. It is a folder.`);
    const isPlain = there === undefined || there.isFile();
    return isPlain
      ? await FileOutput.open(there ? await realpath(path) : path)
      : new DeviceOutput(path, await open(path, 'w'));
  } catch (error) {
    throw failed(`${path} cannot be written`, error);
  }
}

/** The same file, by whatever name, whether or not it is there yet. */
export function isSameFile(one: string, other: string): boolean {
  const stats = [one, other].map((path) => statSync(path, { throwIfNoEntry: false }));
  return placeOf(one) === placeOf(other) || isSame(...(stats as [Stats?, Stats?]));
}

/** Where it is or would be made; a folder that is not there is told when the file is opened. */
function placeOf(path: string): string {
  const full = resolve(path);
  try {
    return join(realpathSync(dirname(full)), basename(full));
  } catch {
    return full;
  }
}

const isSame = (one?: Stats, other?: Stats): boolean =>
  one !== undefined && one.ino === other?.ino && one.dev === other.dev;

class StreamOutput implements Output {
  constructor(private readonly stream: Writable) {}

  async write(text: string): Promise<void> {
    await new Promise<void>((done, fail) => {
      this.stream.write(text, (error) => (error ? fail(error) : done()));
    });
  }

  async finish(): Promise<void> {}
  async abandon(): Promise<void> {}
}

class DeviceOutput implements Output {
  constructor(
    private readonly path: string,
    protected readonly handle: FileHandle,
  ) {}

  async write(text: string): Promise<void> {
    try {
      await this.handle.appendFile(text);
    } catch (error) {
      throw failed(`${this.path} cannot be written`, error);
    }
  }

  async finish(): Promise<void> {
    await this.handle.close();
  }

  async abandon(): Promise<void> {
    await this.handle.close();
  }
}

/** Written under a name of its own beside the one that was asked for, and renamed at the end. */
class FileOutput extends DeviceOutput {
  private isOver = false;

  private constructor(
    private readonly wanted: string,
    private readonly partial: string,
    handle: FileHandle,
  ) {
    super(wanted, handle);
  }

  static async open(wanted: string): Promise<FileOutput> {
    const partial = `${wanted}.${process.pid}.partial`;
    const handle = await open(partial, 'wx');
    willRemove(partial);
    return new FileOutput(wanted, partial, handle);
  }

  override async finish(): Promise<void> {
    this.isOver = true;
    try {
      await this.handle.datasync();
      await this.handle.close();
      await rename(this.partial, this.wanted);
      keep(this.partial);
    } catch (error) {
      remove(this.partial);
      throw failed(`${this.wanted} cannot be written`, error);
    }
  }

  override async abandon(): Promise<void> {
    if (this.isOver) return;
    this.isOver = true;
    await this.handle.close();
    remove(this.partial);
  }
}
