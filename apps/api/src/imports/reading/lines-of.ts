import { StringDecoder } from 'node:string_decoder';
import { PayloadTooLargeException } from '@nestjs/common';

/** One line of a file, numbered from 1; `text` is null when it is too long to be a line of ours. */
export interface NumberedLine {
  readonly line: number;
  readonly text: string | null;
}

/** 500 people of 500 characters and the other fields fit. */
const LONGEST_LINE = 300_000;

/**
 * Cuts a stream into lines as it arrives, so that memory does not grow with the file, nor with a line that never
 * ends. A register has no field with a line break in it, so a stray quotation mark costs its own line and no other.
 * @throws PayloadTooLargeException past `mostBytes`
 */
export async function* linesOf(
  source: AsyncIterable<Buffer>,
  mostBytes: number,
): AsyncGenerator<NumberedLine[], void> {
  const cutter = new LineCutter();
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new PayloadTooLargeException();
    yield cutter.cut(chunk);
  }
  yield cutter.end();
}

class LineCutter {
  private readonly decoder = new StringDecoder('utf8');
  private rest = '';
  private line = 0;
  private isTooLong = false;

  cut(chunk: Buffer): NumberedLine[] {
    const parts = (this.rest + this.decoder.write(chunk)).split('\n');
    this.rest = parts.pop() ?? '';
    const lines = parts.map((part) => this.next(part));
    if (this.rest.length > LONGEST_LINE) {
      this.isTooLong = true;
      this.rest = '';
    }
    return lines;
  }

  end(): NumberedLine[] {
    this.rest += this.decoder.end();
    return this.rest === '' && !this.isTooLong ? [] : [this.next(this.rest)];
  }

  private next(part: string): NumberedLine {
    this.line += 1;
    const text = this.isTooLong || part.length > LONGEST_LINE ? null : part;
    this.isTooLong = false;
    return { line: this.line, text: text?.endsWith('\r') ? text.slice(0, -1) : text };
  }
}
