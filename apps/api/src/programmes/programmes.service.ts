import type { Page } from '@followon/shared/contract/page';
import type {
  NewProgramme,
  ProgrammePatch,
  ProgrammeQuery,
  ProgrammeView,
} from '@followon/shared/contract/programmes';
import { Programme } from '@followon/shared/db/programmes/programme.entity';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Access } from '../auth/access.js';
import type { Standing } from '../auth/standing.js';
import { Standings } from '../auth/standing.js';
import { pageOfRows } from '../http/cursor.js';
import { checkVersion } from '../http/etag.js';
import { conflict, invalid, notFound } from '../http/problem.js';
import { Work } from '../work/work.js';
import { ChangeProgramme } from './change-programme.js';
import { Forming } from './forming.js';
import type { ProgrammeRow } from './programme-queries.js';
import { positionOf, ProgrammeQueries } from './programme-queries.js';

@Injectable()
export class ProgrammesService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly standings: Standings,
    private readonly audit: Audit,
    private readonly programmes: ProgrammeQueries,
    private readonly changing: ChangeProgramme,
    private readonly forming: Forming,
  ) {}

  async list(query: ProgrammeQuery): Promise<Page<ProgrammeView>> {
    const rows = await this.programmes.list(query);
    const view = (row: ProgrammeRow) => this.view(row, { siteId: row.siteId, own: false });
    return pageOfRows(rows, { limit: query.limit, position: positionOf, view });
  }

  async one(id: string): Promise<ProgrammeView> {
    const standing = await this.standings.ofProgramme(id);
    this.access.require('see-programme', standing);
    return this.shown(id, standing);
  }

  /** A clinician's programme is hers from the start; an administrator may enter one that has no clinician yet. */
  async create(body: NewProgramme): Promise<ProgrammeView> {
    const standing = { siteId: body.siteId, own: false };
    this.access.require('write-programme', standing);
    const { id, lastSessionOn } = await this.work.repository(Programme).save({
      ...body,
      clinicianId: this.clinicianAt(body.siteId),
      version: 1,
    });
    const scheduled = {
      name: 'programme.scheduled.v1',
      payload: { programmeId: id, lastSessionOn },
    } as const;
    await this.work.append({ ...scheduled, streamId: id, siteId: body.siteId });
    await this.audit.record({ what: 'programme.created', siteId: body.siteId, subject: id });
    return this.shown(id, standing);
  }

  /** @throws Refusal 404, 428, 412; 400 for impossible dates or somebody who cannot have the part; 409 once it has finished or is taken. */
  async change(id: string, patch: ProgrammePatch, version: number | undefined): Promise<ProgrammeView> {
    const standing = await this.standings.ofProgramme(id);
    this.requireFor(patch, standing);
    const programme = await this.locked(id);
    checkVersion(programme.version, version);
    this.refuseTaken(programme, patch, standing);
    await this.changing.change(programme, patch);
    return this.shown(id, standing);
  }

  /** @throws Refusal 409 when it has finished; 400 for a day before its first session or still to come. */
  async finish(id: string, finishedOn: string): Promise<ProgrammeView> {
    const standing = await this.standings.ofProgramme(id);
    this.access.require('finish-programme', standing);
    const programme = await this.locked(id);
    this.checkFinish(programme, finishedOn);
    const version = programme.version + 1;
    await this.work.repository(Programme).update(id, { finishedOn, version });
    const finished = { name: 'programme.finished.v1', payload: { programmeId: id, finishedOn } } as const;
    await this.work.append({ ...finished, streamId: id, siteId: programme.siteId });
    await this.audit.record({ what: 'programme.finished', siteId: programme.siteId, subject: id });
    return this.shown(id, standing);
  }

  private checkFinish(programme: Programme, finishedOn: string): void {
    if (programme.finishedOn !== null) {
      throw conflict('programme.already-finished', 'This programme has already finished.', {
        detail: 'Load it again to see the day it finished.',
      });
    }
    if (programme.firstSessionOn !== null && finishedOn < programme.firstSessionOn)
      throw invalid('finishedOn', 'This is before the first session. Choose a later day.');
    if (finishedOn > londonDate(this.work.now()))
      throw invalid('finishedOn', 'This day is still to come. Choose today or an earlier day.');
  }

  /** Naming people and changing the programme are rights of their own; a patch that holds several needs each. */
  private requireFor({ ptvAccountId, clinicianAccountId, ...programme }: ProgrammePatch, standing: Standing) {
    if (ptvAccountId !== undefined) this.access.require('name-ptv', standing);
    if (clinicianAccountId !== undefined)
      this.access.require(
        this.takesOn(clinicianAccountId, standing) ? 'take-programme' : 'name-clinician',
        standing,
      );
    const namesNobody = ptvAccountId === undefined && clinicianAccountId === undefined;
    if (namesNobody || Object.keys(programme).length > 0) this.access.require('write-programme', standing);
  }

  private takesOn(clinicianAccountId: string, standing: Standing): boolean {
    return clinicianAccountId === this.work.who.accountId && !this.access.may('name-clinician', standing);
  }

  /** With a programme come the names of its people: nobody takes one out of a colleague's hands. */
  private refuseTaken(
    { clinicianId }: Programme,
    { clinicianAccountId }: ProgrammePatch,
    standing: Standing,
  ): void {
    if (clinicianAccountId === undefined || !this.takesOn(clinicianAccountId, standing)) return;
    if (clinicianId === null || clinicianId === clinicianAccountId) return;
    throw conflict('programme.has-clinician', 'This programme has a clinician already.', {
      detail: 'Ask the site administrator to name you instead.',
    });
  }

  private async locked(id: string): Promise<Programme> {
    const lock = { mode: 'pessimistic_write' } as const;
    const programme = await this.work.repository(Programme).findOne({ where: { id }, lock });
    if (!programme) throw notFound();
    return programme;
  }

  private clinicianAt(siteId: string): string | null {
    const { accountId, memberships } = this.work.who;
    return memberships.some((held) => held.siteId === siteId && held.role === 'clinician') ? accountId : null;
  }

  private async shown(id: string, standing: Standing): Promise<ProgrammeView> {
    const row = await this.programmes.one(id);
    if (!row) throw notFound();
    return { ...this.view(row, standing), forming: await this.forming.of(id, standing) };
  }

  private view(row: ProgrammeRow, standing: Standing): ProgrammeView {
    return {
      ...row,
      may: {
        write: this.access.may('write-programme', standing),
        finish: row.finishedOn === null && this.access.may('finish-programme', standing),
        namePtv: this.access.may('name-ptv', standing),
        nameClinician: this.access.may('name-clinician', standing),
        takeOn: !row.clinician && this.access.may('take-programme', standing),
      },
    };
  }
}
