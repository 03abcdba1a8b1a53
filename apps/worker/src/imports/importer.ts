import type { NewEvent } from '@followon/shared/db/ledger/append';
import { appendAll } from '@followon/shared/db/ledger/append';
import { actAs, inTransaction } from '@followon/shared/db/transaction';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { inBrief, log } from '../log.js';
import { WORKER_DB } from '../tokens.js';
import type { Place } from './apply-lines.js';
import { addAttendance } from './apply-attendance.js';
import { addMeetings, appliedLines, factsOf, findOrMakeGroups } from './apply-lines.js';
import {
  claimImport,
  dropLines,
  endImport,
  markApplied,
  nextSite,
  takeLines,
  touchedGroups,
} from './staged-lines.js';

const MOST_FAILURES = 5;

/**
 * Applies staged registers, a batch of one site in one transaction, so a crash loses at most a batch that was not
 * committed and repeats nothing. When a site's lines are all applied, its groups may speak again.
 */
@Injectable()
export class Importer {
  private readonly failures = new Map<string, number>();

  constructor(@Inject(WORKER_DB) private readonly database: DataSource) {}

  /** One batch of the oldest running import; false when there is nothing to do or it has to wait. */
  async step(now: Date): Promise<boolean> {
    let importId: string | undefined;
    try {
      return await inTransaction(this.database, { kind: 'none' }, async (manager) => {
        const job = await claimImport(manager);
        importId = job?.id;
        if (!job) return false;
        await this.advance(manager, { importId: job.id, accountId: job.accountId, now });
        this.failures.delete(job.id);
        return true;
      });
    } catch (error) {
      if (importId === undefined) throw error;
      await this.failed(importId, error);
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

  private async failed(importId: string, error: unknown): Promise<void> {
    const failures = (this.failures.get(importId) ?? 0) + 1;
    this.failures.set(importId, failures);
    log.error({ importId, failures, error: inBrief(error) }, 'a batch of an import could not be applied');
    if (failures < MOST_FAILURES) return;
    this.failures.delete(importId);
    await inTransaction(this.database, { kind: 'none' }, (manager) => endImport(manager, importId, 'failed'));
  }
}
