import type { ImportQuery } from '@followon/shared/contract/imports';
import type { Clock } from '@followon/shared/db/clock';
import { ImportRun } from '@followon/shared/db/imports/import-run.entity';
import { inTransaction } from '@followon/shared/db/transaction';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { Audit } from '../audit/audit.js';
import type { SignedIn } from '../auth/signed-in.js';
import type { Env } from '../env.js';
import { ENV } from '../env.js';
import { APP_DB, CLOCK } from '../work/tokens.js';
import { runUnit } from '../work/work.js';
import { AttendeeHashes } from './reading/attendee-hashes.js';
import { ImportSites } from './import-sites.js';
import type { NumberedLine } from './reading/lines-of.js';
import { Reception } from './reception.js';
import { dropStaged, wouldBeNew } from './staging.js';

interface Upload {
  readonly who: SignedIn;
  readonly query: ImportQuery;
  /** The lines after the header, as they arrive. */
  readonly lines: AsyncIterable<readonly NumberedLine[]>;
}

interface Run {
  readonly id: string;
  readonly dryRun: boolean;
  readonly who: SignedIn;
  readonly sites: ImportSites;
}

/** An upload is staged as it arrives, and handed to the worker after its last byte: half a file changes nothing. */
@Injectable()
export class ImportsService {
  constructor(
    @Inject(APP_DB) private readonly database: DataSource,
    @Inject(ENV) private readonly env: Env,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * @returns the id of the run, when everything has been staged
   * @throws Refusal 404 for a foreign `?site=`; whatever reading the lines throws, after the run is marked as failed
   */
  async receive({ who, query, lines }: Upload): Promise<{ id: string }> {
    const run = await this.as(who, (manager) => this.open(manager, who, query));
    try {
      const reception = this.receptionOf(run);
      for await (const batch of lines) await reception.take(batch);
      await reception.end();
      await this.as(who, (manager) => this.handOver(manager, run, reception));
    } catch (error) {
      await this.as(who, (manager) => this.fail(manager, run.id));
      throw error;
    }
    return { id: run.id };
  }

  private as<T>({ accountId }: SignedIn, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return inTransaction(this.database, { kind: 'user', accountId }, work);
  }

  private async open(manager: EntityManager, who: SignedIn, query: ImportQuery): Promise<Run> {
    const sites = await ImportSites.of(manager, who, query.site);
    const dryRun = query.dryRun === 'true';
    const { id } = await manager
      .getRepository(ImportRun)
      .save({ accountId: who.accountId, siteId: query.site ?? null, dryRun });
    return { id, dryRun, who, sites };
  }

  private receptionOf({ id, who, sites }: Run): Reception {
    return new Reception({
      database: this.database,
      accountId: who.accountId,
      importId: id,
      sites,
      hashes: new AttendeeHashes(this.env.FOLLOWON_SECRET),
      today: londonDate(this.clock.now()),
    });
  }

  private async handOver(manager: EntityManager, run: Run, reception: Reception): Promise<void> {
    const { counts, siteIds } = reception;
    if (run.dryRun) await this.endTrial(manager, run.id, counts);
    else await this.start(manager, run, reception);
    const what = run.dryRun ? 'registers.tried' : 'registers.imported';
    const known = run.dryRun ? await this.founded(manager, siteIds) : [...siteIds];
    await runUnit({ manager, who: run.who, rings: false }, async () => {
      for (const siteId of known.sort()) await this.audit.record({ what, siteId, subject: run.id });
    });
  }

  private async start(manager: EntityManager, { id, sites }: Run, reception: Reception): Promise<void> {
    await sites.found(manager, reception.siteIds);
    const { counts } = reception;
    const ended = counts.kept === 0 ? { state: 'done' as const, endedAt: new Date() } : {};
    await manager.getRepository(ImportRun).update(id, { ...counts, state: 'running', ...ended });
  }

  /** A trial counts what would be new and leaves nothing but its report. */
  private async endTrial(manager: EntityManager, id: string, counts: Reception['counts']): Promise<void> {
    const found = await wouldBeNew(manager, id);
    await dropStaged(manager, id);
    const report = { ...counts, ...found, applied: counts.kept };
    await manager.getRepository(ImportRun).update(id, { ...report, state: 'done', endedAt: new Date() });
  }

  private async founded(manager: EntityManager, siteIds: ReadonlySet<string>): Promise<string[]> {
    const rows: { id: string }[] = await manager.query('select id from site where id = any($1::uuid[])', [
      [...siteIds],
    ]);
    return rows.map(({ id }) => id);
  }

  private async fail(manager: EntityManager, id: string): Promise<void> {
    await dropStaged(manager, id);
    await manager.getRepository(ImportRun).update(id, { state: 'failed', endedAt: new Date() });
  }
}
