import type { RegisterLine } from '@followon/shared/rules/import/register-line';
import { DateSpan } from './date-span.js';
import type { Kept } from './kept-lines.js';

/** What must be known of a whole file before the first of its groups can be judged. */
export class FirstLook {
  lines = 0;
  readonly dates = new DateSpan();
  /** By site, group and date, so that each group can be judged as it comes. */
  isInOrder = true;
  private before: RegisterLine | null = null;

  see(kept: readonly Kept[]): void {
    this.lines += kept.length;
    for (const { register } of kept) {
      this.dates.see(register.on);
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
