import type { ProgrammePatch } from '@followon/shared/contract/programmes';
import { Programme } from '@followon/shared/db/programmes/programme.entity';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { AssignedTasks } from '../handovers/assigned-tasks.js';
import { conflict, invalid } from '../http/problem.js';
import { RequestsService } from '../volunteers/requests/requests.service.js';
import { Work } from '../work/work.js';
import { ProgrammeQueries } from './programme-queries.js';
import { refuseMoveTo } from './refuse-move.js';

/** Changes a programme that is already locked. */
@Injectable()
export class ChangeProgramme {
  constructor(
    private readonly work: Work,
    private readonly audit: Audit,
    private readonly programmes: ProgrammeQueries,
    private readonly tasks: AssignedTasks,
    private readonly requests: RequestsService,
  ) {}

  async change(
    programme: Programme,
    { ptvAccountId, clinicianAccountId, ...fields }: ProgrammePatch,
  ): Promise<void> {
    refuseImpossibleOrder(programme, fields);
    if (programme.finishedOn !== null) refuseMove(programme, fields);
    const { lastSessionOn } = fields;
    if (lastSessionOn !== undefined && lastSessionOn !== programme.lastSessionOn)
      await refuseMoveTo(this.work, programme.id, lastSessionOn);
    if (ptvAccountId !== undefined) await this.askVolunteer(programme, ptvAccountId);
    if (clinicianAccountId !== undefined) await this.nameClinician(programme, clinicianAccountId);
    await this.work.repository(Programme).update(programme.id, { ...fields, version: programme.version + 1 });
    await this.announceMove(programme, fields.lastSessionOn);
    const isOnlyNaming = Object.keys(fields).length === 0;
    if (!isOnlyNaming) await this.note('programme.changed', programme);
  }

  /** Nobody is named without a yes: the volunteer is asked, and whoever goes with the programme now stays until then. */
  private async askVolunteer({ id, siteId }: Programme, accountId: string): Promise<void> {
    if (!(await this.programmes.isVolunteer(siteId, accountId)))
      throw invalid('ptvAccountId', 'This is not a volunteer of this site. Choose one from the list.');
    await this.requests.askAsPtv(id, accountId);
  }

  private async nameClinician(programme: Programme, clinicianId: string): Promise<void> {
    const { id, siteId } = programme;
    if (!(await this.programmes.isClinician(siteId, clinicianId)))
      throw invalid('clinicianAccountId', 'This is not a clinician of this site. Choose one from the list.');
    await this.work.repository(Programme).update(id, { clinicianId });
    await this.tasks.giveToClinician(id, clinicianId);
    await this.note('programme.clinician-named', programme);
  }

  private async note(what: string, { id, siteId }: Programme): Promise<void> {
    await this.audit.record({ what, siteId, subject: id });
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
