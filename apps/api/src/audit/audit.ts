import type { AuditEntry } from '@followon/shared/db/ledger/audit';
import { noteDown } from '@followon/shared/db/ledger/audit';
import { Injectable } from '@nestjs/common';
import { currentRequestId } from '../http/request-id.js';
import { Work } from '../work/work.js';

/** Notes down, in the site's chain, what the signed-in person did; see {@link noteDown}. */
@Injectable()
export class Audit {
  constructor(private readonly work: Work) {}

  record(entry: AuditEntry): Promise<void> {
    return this.recordAll([entry]);
  }

  recordAll(entries: readonly AuditEntry[]): Promise<void> {
    return noteDown(this.work.manager, entries, {
      who: this.work.actorId,
      requestId: currentRequestId() ?? null,
      at: this.work.now().toISOString(),
    });
  }
}
