import type { Output } from './output.js';

const ENOUGH = 1 << 18; // characters

/** Gathers rows, so that they are written many at a time. */
export class Rows {
  private text: string;

  constructor(
    private readonly output: Output,
    header: readonly string[],
  ) {
    this.text = `${header.join(',')}\n`;
  }

  /** A whole row with its line break. */
  add(row: string): void {
    this.text += row;
  }

  get isFull(): boolean {
    return this.text.length >= ENOUGH;
  }

  async flush(): Promise<void> {
    const { text } = this;
    this.text = '';
    await this.output.write(text);
  }
}
