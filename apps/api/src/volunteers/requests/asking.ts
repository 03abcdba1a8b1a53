import type { AskVolunteer } from '@followon/shared/contract/volunteers';
import type { AskRefusal } from '@followon/shared/rules/volunteer/may-be-asked';
import { mayBeAsked } from '@followon/shared/rules/volunteer/may-be-asked';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Work } from '../../work/work.js';
import { VolunteerQueries } from '../volunteer-queries.js';
import type { AskedProgramme } from './request-queries.js';
import { RequestQueries } from './request-queries.js';
import { refusedToAsk } from './refusal-words.js';

const ASK = `
  insert into volunteer_request (site_id, programme_id, account_id, part, asked_at, asked_by) values ($1, $2, $3, $4, $5, $6) returning id`;

type Asked = Required<AskVolunteer>;

/** Puts the question to a volunteer. The programme is locked, so that nobody takes the part meanwhile. */
@Injectable()
export class Asking {
  constructor(
    private readonly work: Work,
    private readonly audit: Audit,
    private readonly volunteers: VolunteerQueries,
    private readonly requests: RequestQueries,
  ) {}

  /** @returns the new request's id. @throws Refusal 409 with what stands in the way and how to mend it. */
  async ask(programme: AskedProgramme, asked: Asked): Promise<string> {
    const isAsked = await this.requests.isAsked(programme.id, asked);
    const refusal = await this.refusal(programme, { ...asked, isAsked });
    if (refusal) throw refusedToAsk(refusal);
    const { id: programmeId, siteId } = programme;
    const { accountId, part } = asked;
    const by = [this.work.now().toISOString(), this.work.who.accountId];
    const rows: { id: string }[] = await this.work.manager.query(ASK, [
      siteId,
      programmeId,
      accountId,
      part,
      ...by,
    ]);
    const requestId = rows[0]?.id ?? '';
    const payload = { programmeId, requestId, part };
    await this.work.append({ name: 'programme.volunteer-asked.v1', streamId: programmeId, siteId, payload });
    await this.audit.record({ what: 'programme.volunteer-asked', siteId, subject: requestId });
    return requestId;
  }

  /** The rule's answer, with everything read now; asked again when the person says yes. */
  async refusal(
    programme: AskedProgramme,
    { accountId, part, instead, isAsked }: Asked & { readonly isAsked: boolean },
  ): Promise<AskRefusal | undefined> {
    const { id, siteId, ptvId, deputyId } = programme;
    return mayBeAsked({
      ...{ accountId, part, instead, isAsked },
      today: this.volunteers.today(),
      volunteer: await this.volunteers.facts({ siteId, accountId }, id),
      holder: part === 'ptv' ? ptvId : deputyId,
      holderOfOther: part === 'ptv' ? deputyId : ptvId,
      isOver: await this.requests.isOver(id),
    });
  }
}
