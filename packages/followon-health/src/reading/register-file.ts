import { open, type FileHandle } from 'node:fs/promises';
import { registerHeader } from '@followon/shared/rules/import/register-line';
import { failed, Failure } from '../failure.js';
import { fieldsOf } from './fields-of.js';
import { keptOf, type Kept, type Refuse } from './kept-lines.js';
import { LineCutter, type NumberedLine } from './line-cutter.js';

/** Little, so that what is made of it is gone before the garbage collector looks twice. */
const BYTES_AT_ONCE = 1 << 16;
const HEADER = registerHeader.join(',');

/** A register file that may be read more than once, a piece at a time. */
export class RegisterFile {
  private constructor(
    readonly path: string,
    private readonly handle: FileHandle,
    private readonly asOpened: string,
  ) {}

  /** @throws Failure when there is no such file, or one that can be read only once */
  static async open(path: string): Promise<RegisterFile> {
    try {
      const handle = await open(path, 'r');
      const stat = await handle.stat();
      if (stat.isFile()) return new RegisterFile(path, handle, versionOf(stat));
      await handle.close();
    } catch (error) {
      throw failed(`${path} cannot be read`, error);
    }
    throw new Failure(`${path} is no file. Save the registers as a file: they are read more than once.`);
  }

  /**
   * The lines after the header that can be judged, some hundred at a time.
   * @throws Failure when the first line is not the header, or the file changed since it was opened
   */
  async *kept(refuse: Refuse): AsyncGenerator<readonly Kept[]> {
    let isBegun = false;
    for await (const lines of this.allLines()) {
      if (lines.length === 0) continue;
      if (!isBegun) this.checkHeader(lines[0]);
      yield keptOf(isBegun ? lines : lines.slice(1), refuse);
      isBegun = true;
    }
    if (!isBegun) throw new Failure(`${this.path} is empty. Its first line must be: ${HEADER}`);
  }

  async close(): Promise<void> {
    await this.handle.close();
  }

  private checkHeader(first: NumberedLine | undefined): void {
    const fields = fieldsOf(first?.text ?? '') ?? [];
    if (fields.map((field) => field.trim()).join(',') === HEADER) return;
    throw new Failure(`${this.path} is no register file. Its first line must be: ${HEADER}`);
  }

  private async *allLines(): AsyncGenerator<readonly NumberedLine[]> {
    const cutter = new LineCutter();
    const buffer = Buffer.allocUnsafe(BYTES_AT_ONCE);
    for (let position = 0; ;) {
      const bytesRead = await this.read(buffer, position);
      if (bytesRead === 0) break;
      position += bytesRead;
      yield cutter.cut(buffer.subarray(0, bytesRead));
    }
    yield cutter.end();
    if (versionOf(await this.handle.stat()) !== this.asOpened)
      throw new Failure(`${this.path} was changed while it was read. Run the command again.`);
  }

  private async read(buffer: Buffer, position: number): Promise<number> {
    try {
      return (await this.handle.read(buffer, 0, buffer.length, position)).bytesRead;
    } catch (error) {
      throw failed(`${this.path} cannot be read`, error);
    }
  }
}

const versionOf = ({ size, mtimeMs }: { size: number; mtimeMs: number }): string => `${size} ${mtimeMs}`;
