import type { RegisterLine } from '@followon/shared/rules/import/register-line';
import type { Kept } from './kept-lines.js';

/** What must be known of a whole file before the first of its groups can be judged. */
export class FirstLook {
  lines = 0;
  firstOn: string | null = null;
  lastOn: string | null = null;
  /** By site, group and date, so that each group can be judged as it comes. */
  isInOrder = true;
  private before: RegisterLine | null = null;

  see(kept: readonly Kept[]): void {
    this.lines += kept.length;
    for (const { register } of kept) {
      const { on } = register;
      if (this.firstOn === null || on < this.firstOn) this.firstOn = on;
      if (this.lastOn === null || on > this.lastOn) this.lastOn = on;
      this.isInOrder &&= this.before === null || follows(this.before, register);
      this.before = register;
    }
  }
}

function follows(before: RegisterLine, next: RegisterLine): boolean {
  if (next.site !== before.site) return next.site > before.site;
  if (next.group !== before.group) return next.group > before.group;
  return next.on >= before.on;
}
