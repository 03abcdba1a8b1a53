import type { Shell } from './shell.js';

const QUIET_MS = 2_000; // a short file needs no words
const EVERY_MS = { watched: 250, logged: 10_000 };

/** 1,234,567 whatever the locale. */
const sayNumber = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

export const sayCount = (count: number, one: string): string =>
  `${sayNumber(count)} ${one}${count === 1 ? '' : 's'}`;

/** Tells on stderr how far a long file is. */
export class Progress {
  private readonly startedAt: number;
  private saidAt: number;
  private isLineOpen = false;

  constructor(private readonly shell: Shell) {
    this.startedAt = shell.clock();
    this.saidAt = this.startedAt;
  }

  /** `of` is left out while nobody knows it. */
  at(step: string, lines: number, of?: number): void {
    const now = this.shell.clock();
    const everyMs = this.shell.isWatched ? EVERY_MS.watched : EVERY_MS.logged;
    if (now - this.startedAt < QUIET_MS || now - this.saidAt < everyMs) return;
    this.saidAt = now;
    const share = of ? ` (${Math.floor((100 * lines) / of)}%)` : '';
    const words = `${step}: ${sayNumber(lines)}${of ? ` of ${sayNumber(of)}` : ''} lines${share}`;
    this.shell.stderr.write(this.shell.isWatched ? `\r\u001B[K${words}` : `${words}\n`);
    this.isLineOpen = this.shell.isWatched;
  }

  /** Something to keep on the screen. */
  say(line: string): void {
    this.shell.stderr.write(this.isLineOpen ? `\r\u001B[K${line}\n` : `${line}\n`);
    this.isLineOpen = false;
  }

  end(): void {
    if (this.isLineOpen) this.shell.stderr.write('\r\u001B[K');
    this.isLineOpen = false;
  }
}
