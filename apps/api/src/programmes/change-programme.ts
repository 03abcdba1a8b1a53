import type { ProgrammePatch } from '@followon/shared/contract/programmes';
import { Programme } from '@followon/shared/db/programmes/programme.entity';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { VolunteerTasks } from '../handovers/volunteer-tasks.js';
import { conflict, invalid } from '../http/problem.js';
import { Work } from '../work/work.js';
import { ProgrammeQueries } from './programme-queries.js';

/** Changes a programme that is already locked. */
@Injectable()
export class ChangeProgramme {
  constructor(
    private readonly work: Work,
    private readonly audit: Audit,
    private readonly programmes: ProgrammeQueries,
    private readonly volunteerTasks: VolunteerTasks,
  ) {}

  async change(programme: Programme, { ptvAccountId, ...fields }: ProgrammePatch): Promise<void> {
    this.checkDates(programme, fields);
    if (ptvAccountId !== undefined) await this.checkVolunteer(programme, ptvAccountId);
    const changes = { ...fields, ...(ptvAccountId !== undefined && { ptvId: ptvAccountId }) };
    await this.work
      .repository(Programme)
      .update(programme.id, { ...changes, version: programme.version + 1 });
    await this.announceMove(programme, fields.lastSessionOn);
    if (ptvAccountId !== undefined) await this.volunteerTasks.giveTo(programme.id, ptvAccountId);
    const what = ptvAccountId === undefined ? 'programme.changed' : 'programme.ptv-named';
    await this.audit.record({ what, siteId: programme.siteId, subject: programme.id });
  }

  private checkDates(programme: Programme, fields: ProgrammePatch): void {
    const first = fields.firstSessionOn ?? programme.firstSessionOn;
    const last = fields.lastSessionOn ?? programme.lastSessionOn;
    if (first !== null && first > last) {
      const path = fields.lastSessionOn === undefined ? 'firstSessionOn' : 'lastSessionOn';
      throw invalid(path, 'The last session is before the first session. Change one of the two dates.');
    }
    const moves = fields.firstSessionOn !== undefined || last !== programme.lastSessionOn;
    if (programme.finishedOn !== null && moves) {
      throw conflict('programme.already-finished', 'This programme has already finished.', {
        detail: 'Its dates stay as they were. Its name can still be changed.',
      });
    }
  }

  private async checkVolunteer({ siteId }: Programme, accountId: string): Promise<void> {
    if (await this.programmes.isVolunteer(siteId, accountId)) return;
    throw invalid('ptvAccountId', 'This is not a volunteer of this site. Choose one from the list.');
  }

  private async announceMove({ id, siteId, lastSessionOn: from }: Programme, to?: string): Promise<void> {
    if (to === undefined || to === from) return;
    const payload = { programmeId: id, from, lastSessionOn: to };
    await this.work.append({ name: 'programme.rescheduled.v1', streamId: id, siteId, payload });
  }
}
