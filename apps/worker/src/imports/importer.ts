import type { NewEvent } from '@followon/shared/db/ledger/append';
import { appendAll } from '@followon/shared/db/ledger/append';
import { actAs, inTransaction } from '@followon/shared/db/transaction';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { WorkerEnv } from '../env.js';
import { inBrief, log } from '../log.js';
import { ENV, WORKER_DB } from '../tokens.js';
import type { Place } from './apply-lines.js';
import { addAttendance } from './apply-attendance.js';
import { addMeetings, appliedLines, factsOf, findOrMakeGroups } from './apply-lines.js';
import {
  claimImport,
  dropLines,
  endImport,
  markApplied,
  nextSite,
  sitesOf,
  takeLines,
  touchedGroups,
} from './staged-lines.js';

const MOST_FAILURES = 5;
/** After the first failure, in units of RETRY_BASE_MS; doubled after each further one. */
const FIRST_PAUSE = 5;

interface Trouble {
  readonly failures: number;
  readonly pauseUntil: number;
}

/**
 * Applies staged registers, a batch of one site in one transaction, so a crash loses at most a batch that was not
 * committed and repeats nothing. When a site's lines are all applied, its groups may speak again.
 */
@Injectable()
export class Importer {
  private readonly troubles = new Map<string, Trouble>();

  constructor(
    @Inject(WORKER_DB) private readonly database: DataSource,
    @Inject(ENV) private readonly env: Pick<WorkerEnv, 'RETRY_BASE_MS'>,
  ) {}

  /** One batch of the oldest running import; false when there is nothing to do or it has to wait. */
  async step(now: Date): Promise<boolean> {
    let importId: string | undefined;
    try {
      return await inTransaction(this.database, { kind: 'none' }, async (manager) => {
        const job = await claimImport(manager);
        importId = job?.id;
        if (!job || this.isPausing(job.id)) return false;
        await this.advance(manager, { importId: job.id, accountId: job.accountId, now });
        this.troubles.delete(job.id);
        return true;
      });
    } catch (error) {
      if (importId === undefined) throw error;
      await this.failed(importId, { error, now });
      return false;
    }
  }

  private async advance(manager: EntityManager, job: Omit<Place, 'siteId'>): Promise<void> {
    const next = await nextSite(manager, job.importId);
    if (!next) return endImport(manager, job.importId, 'done');
    const place = { ...job, siteId: next.siteId };
    await actAs(manager, { kind: 'site', siteId: next.siteId });
    await (next.toApply ? this.applyBatch(manager, place) : this.endSite(manager, place));
  }

  private async applyBatch(manager: EntityManager, place: Place): Promise<void> {
    const lines = await takeLines(manager, place.importId, place.siteId);
    const names = [...new Set(lines.map(({ group_name }) => group_name))];
    const groups = await findOrMakeGroups(manager, names, place);
    const meetings = await addMeetings(manager, lines, { groups, place });
    // None of these needs the answer of another; the connection runs them in this order, the ledger's locks last.
    await Promise.all([
      addAttendance(manager, meetings, place),
      markApplied(manager, place.importId, appliedLines(lines, groups, meetings)),
      appendAll(manager, factsOf(groups, meetings, place)),
    ]);
  }

  private async endSite(manager: EntityManager, { importId, siteId, accountId, now }: Place): Promise<void> {
    const groups = await touchedGroups(manager, importId, siteId);
    await dropLines(manager, { importId, siteId, groups: groups.length });
    const ends = groups
      .filter(({ added }) => added > 0)
      .map(({ groupId, added }): NewEvent => {
        const payload = { groupId, importId, meetings: added };
        return {
          name: 'registers.imported.v1',
          streamId: groupId,
          siteId,
          payload,
          origin: 'import',
          actorId: accountId,
          occurredAt: now,
        };
      });
    await appendAll(manager, ends);
  }

  private isPausing(importId: string): boolean {
    return performance.now() < (this.troubles.get(importId)?.pauseUntil ?? 0);
  }

  private async failed(importId: string, { error, now }: { error: unknown; now: Date }): Promise<void> {
    const failures = (this.troubles.get(importId)?.failures ?? 0) + 1;
    this.troubles.set(importId, {
      failures,
      pauseUntil: performance.now() + this.env.RETRY_BASE_MS * FIRST_PAUSE * 2 ** (failures - 1),
    });
    log.error({ importId, failures, error: inBrief(error) }, 'a batch of an import could not be applied');
    if (failures < MOST_FAILURES) return;
    this.troubles.delete(importId);
    await this.giveUp(importId, now);
  }

  /** What was applied is judged and may speak; the rest is not kept. The same file sent again goes on from there. */
  private giveUp(importId: string, now: Date): Promise<void> {
    return inTransaction(this.database, { kind: 'none' }, async (manager) => {
      const [run]: { accountId: string }[] = await manager.query(
        `select account_id as "accountId" from import_run where id = $1 and state = 'running' for update`,
        [importId],
      );
      for (const siteId of run ? await sitesOf(manager, importId) : []) {
        await actAs(manager, { kind: 'site', siteId });
        await this.endSite(manager, { importId, siteId, accountId: run?.accountId ?? '', now });
      }
      await endImport(manager, importId, 'failed');
    });
  }
}
