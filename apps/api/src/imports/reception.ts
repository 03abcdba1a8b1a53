import { ImportRun } from '@followon/shared/db/imports/import-run.entity';
import { inTransaction } from '@followon/shared/db/transaction';
import { checkRegisterLine } from '@followon/shared/rules/import/register-line';
import type { DataSource, EntityManager } from 'typeorm';
import type { AttendeeHashes } from './reading/attendee-hashes.js';
import { fieldsOf } from './reading/fields-of.js';
import type { ImportSites } from './import-sites.js';
import type { NumberedLine } from './reading/lines-of.js';
import type { LineToStage, Refused } from './staging.js';
import { refuse, stage } from './staging.js';

const LINES_AT_ONCE = 2_000;
/** More than these are counted but not listed. */
const MOST_LISTED = 1_000;

const QUOTES = 'A quotation mark is opened and not closed. Close it, or take it out.';
const TOO_LONG = 'This line is far too long for one meeting. Check that its line break is there.';

interface Settings {
  readonly database: DataSource;
  readonly accountId: string;
  readonly importId: string;
  readonly sites: ImportSites;
  readonly hashes: AttendeeHashes;
  /** London's date: later meetings are refused. */
  readonly today: string;
}

/** Takes the lines of one upload in, a batch in a transaction, as the person who sends them. */
export class Reception {
  private read = 0;
  private kept = 0;
  private refusedTotal = 0;
  private lines: LineToStage[] = [];
  private refused: Refused[] = [];
  readonly siteIds = new Set<string>();

  constructor(private readonly settings: Settings) {}

  get counts() {
    return { read: this.read, kept: this.kept, refused: this.refusedTotal };
  }

  async take(lines: readonly NumberedLine[]): Promise<void> {
    for (const line of lines) this.sort(line);
    if (this.lines.length + this.refused.length >= LINES_AT_ONCE) await this.write();
  }

  /** Writes what is left of the last batch. */
  async end(): Promise<void> {
    await this.write();
  }

  private sort({ line, text }: NumberedLine): void {
    if (text !== null && text.trim() === '') return;
    this.read += 1;
    const judged = this.judge(text);
    if ('refused' in judged) this.refused.push({ line, reason: judged.refused });
    else this.lines.push({ ...judged, line });
  }

  private judge(text: string | null): Omit<LineToStage, 'line'> | { refused: string } {
    if (text === null) return { refused: TOO_LONG };
    const fields = fieldsOf(text);
    if (!fields) return { refused: QUOTES };
    const checked = checkRegisterLine(fields, this.settings.today);
    if ('refused' in checked) return checked;
    const { site, attendees, ...line } = checked.line;
    const found = this.settings.sites.find(site);
    if ('refused' in found) return found;
    const { siteId } = found;
    const hashed = attendees.map((reference) => this.settings.hashes.of(siteId, reference));
    return { ...line, siteId, attendees: hashed };
  }

  private async write(): Promise<void> {
    const { lines, refused } = this;
    if (lines.length + refused.length === 0) return;
    const { database, accountId, importId } = this.settings;
    const twice = await inTransaction(database, { kind: 'user', accountId }, async (manager) => {
      const again = await stage(manager, importId, lines);
      await this.writeRefused(manager, [...refused, ...again]);
      await manager.getRepository(ImportRun).update(importId, {
        read: this.read,
        kept: this.kept + lines.length - again.length,
        refused: this.refusedTotal + refused.length + again.length,
      });
      return again.length;
    });
    this.kept += lines.length - twice;
    this.refusedTotal += refused.length + twice;
    for (const { siteId } of lines) this.siteIds.add(siteId);
    this.lines = [];
    this.refused = [];
  }

  private async writeRefused(manager: EntityManager, refused: Refused[]): Promise<void> {
    const room = Math.max(0, MOST_LISTED - this.refusedTotal);
    const inOrder = refused.sort((a, b) => a.line - b.line);
    await refuse(manager, this.settings.importId, inOrder.slice(0, room));
  }
}
