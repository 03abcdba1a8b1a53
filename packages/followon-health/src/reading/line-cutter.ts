import { StringDecoder } from 'node:string_decoder';

/** One line of a file, numbered from 1; `text` is null when it is too long to be a line of ours. */
export type NumberedLine = { readonly line: number; readonly text: string | null };

/** 500 people of 500 characters and the other fields fit. */
const LONGEST_LINE = 300_000;
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Cuts bytes into lines as they come, so that memory does not grow with the file, nor with a line that never ends. A
 * register has no field with a line break in it, so a stray quotation mark costs its own line and no other.
 */
export class LineCutter {
  private readonly decoder = new StringDecoder('utf8');
  private rest = '';
  private line = 0;
  private isTooLong = false;

  cut(bytes: Buffer): NumberedLine[] {
    const parts = (this.rest + this.decoder.write(bytes)).split('\n');
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
    return { line: this.line, text: text && this.bare(text) };
  }

  private bare(text: string): string {
    const begun = this.line === 1 && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
    return begun.endsWith('\r') ? begun.slice(0, -1) : begun;
  }
}
