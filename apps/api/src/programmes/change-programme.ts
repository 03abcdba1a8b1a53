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
    refuseImpossibleOrder(programme, fields);
    if (programme.finishedOn !== null) refuseMove(programme, fields);
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

function refuseImpossibleOrder(
  programme: Programme,
  { firstSessionOn, lastSessionOn }: ProgrammePatch,
): void {
  const first = firstSessionOn ?? programme.firstSessionOn;
  const last = lastSessionOn ?? programme.lastSessionOn;
  if (first === null || first <= last) return;
  const path = lastSessionOn === undefined ? 'firstSessionOn' : 'lastSessionOn';
  throw invalid(path, 'The last session is before the first session. Change one of the two dates.');
}

function refuseMove(programme: Programme, { firstSessionOn, lastSessionOn }: ProgrammePatch): void {
  const isLastMoved = lastSessionOn !== undefined && lastSessionOn !== programme.lastSessionOn;
  if (firstSessionOn === undefined && !isLastMoved) return;
  throw conflict('programme.already-finished', 'This programme has already finished.', {
    detail: 'Its dates stay as they were. Its name can still be changed.',
  });
}
