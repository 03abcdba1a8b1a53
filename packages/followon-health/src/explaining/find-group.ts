import { Failure } from '../failure.js';
import { DateSpan } from '../reading/date-span.js';
import type { Kept } from '../reading/kept-lines.js';

const SUGGESTED = 5;

/** The lines of the group that somebody named, by site in case there are several, and the dates of the whole file. */
export class FoundGroup {
  readonly dates = new DateSpan();
  private readonly bySite = new Map<string, Kept[]>();
  private readonly others = new Set<string>();

  /** @param wanted the name of a group, or site/group */
  constructor(private readonly wanted: string) {}

  see(batch: readonly Kept[]): void {
    for (const kept of batch) {
      const { site, group, on } = kept.register;
      this.dates.see(on);
      if (group === this.wanted || `${site}/${group}` === this.wanted) this.add(site, kept);
      else if (this.others.size < SUGGESTED && this.isLike(group)) this.others.add(`${site}/${group}`);
    }
  }

  /**
   * By date, and of one day in the order of the file.
   * @throws Failure when there is none, or more than one
   */
  get lines(): readonly Kept[] {
    const [found, ...more] = this.bySite.values();
    if (found === undefined) throw new Failure(`There is no group "${this.wanted}". ${this.suggestion}`);
    if (more.length > 0)
      throw new Failure(`Several sites have such a group. Say which: ${this.names.join(', ')}`);
    return found.sort((a, b) =>
      a.register.on < b.register.on ? -1 : a.register.on > b.register.on ? 1 : a.line - b.line,
    );
  }

  private add(site: string, kept: Kept): void {
    const lines = this.bySite.get(site);
    if (lines) lines.push(kept);
    else this.bySite.set(site, [kept]);
  }

  private isLike(group: string): boolean {
    return group.toLowerCase().includes(this.wanted.toLowerCase());
  }

  private get names(): string[] {
    return [...this.bySite].map(([site, lines]) => `${site}/${lines[0]?.register.group ?? ''}`);
  }

  private get suggestion(): string {
    return this.others.size === 0
      ? 'Write its name as it is in the file.'
      : `Is it one of these? ${[...this.others].join(', ')}`;
  }
}
