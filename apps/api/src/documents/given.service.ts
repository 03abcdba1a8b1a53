import type { DocumentGiven, DocumentKey, GiveDocument } from '@followon/shared/contract/documents';
import type { Page } from '@followon/shared/contract/page';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { shippedDocument } from '@followon/shared/rules/documents/shipped';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Access } from '../auth/access.js';
import { Standings } from '../auth/standing.js';
import { FactsThatTick } from '../handovers/facts-that-tick.js';
import { invalid } from '../http/problem.js';
import { Work } from '../work/work.js';
import { DocumentQueries } from './document-queries.js';
import { labelOf } from './documents.service.js';

/** What the people of a programme were given: which wording, in which format, when. Never to whom. */
@Injectable()
export class GivenService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly standings: Standings,
    private readonly audit: Audit,
    private readonly documents: DocumentQueries,
    private readonly facts: FactsThatTick,
  ) {}

  /** @throws Refusal 404 */
  async list(programmeId: string): Promise<Page<DocumentGiven>> {
    this.access.require('see-handover', await this.standings.ofProgramme(programmeId));
    const rows = await this.documents.given(programmeId);
    const items = rows.map(({ siteTitle, ...row }) => ({
      ...row,
      title: siteTitle ?? shippedDocument(row.key).title,
    }));
    return { items, nextCursor: null };
  }

  /**
   * A leaflet given is the tick of the task that asks for it. Told twice it was given once.
   * @throws Refusal 404; 400 for a day to come
   */
  async give(programmeId: string, { key, format, on }: GiveDocument): Promise<DocumentGiven> {
    const standing = await this.standings.ofProgramme(programmeId);
    this.access.require('give-document', standing);
    const today = londonDate(this.work.now());
    if (on !== undefined && on > today)
      throw invalid('on', 'This day is still to come. Choose today or an earlier day.');
    const { siteId } = standing;
    const [own] = await this.documents.own(siteId, key);
    const given = { key, format, on: on ?? today, label: labelOf(own) };
    const { id, isNew } = await this.documents.give({ siteId, programmeId }, given);
    if (isNew) await this.audit.record({ what: 'document.given', siteId, subject: programmeId });
    if (forThePeople.includes(key)) await this.tick(programmeId, given);
    return { id, ...given, title: own?.title ?? shippedDocument(key).title };
  }

  /**
   * The answer to the task that asks for the format; nothing follows from the word of somebody who may not give papers out.
   * @throws Refusal 404, 400
   */
  async giveByAnswer(programmeId: string, said: Pick<GiveDocument, 'format' | 'on'>): Promise<void> {
    const standing = await this.standings.ofProgramme(programmeId);
    if (this.access.may('give-document', standing))
      await this.give(programmeId, { key: 'leaflet-people', ...said });
  }

  private async tick(
    programmeId: string,
    { on, format, label }: Pick<DocumentGiven, 'on' | 'format' | 'label'>,
  ): Promise<void> {
    const evidence = { on, answers: { format, version: label } };
    await this.facts.tick(programmeId, { key: 'leaflets_given', evidence });
  }
}

/** Why groups help, and how to start one. The other papers have tasks of their own, or none. */
const forThePeople: readonly DocumentKey[] = ['leaflet-people', 'leaflet-keeping-going'];
