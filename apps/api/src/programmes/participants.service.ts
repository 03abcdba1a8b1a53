import type { MemberView } from '@followon/shared/contract/groups';
import type { Page } from '@followon/shared/contract/page';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Access } from '../auth/access.js';
import { Standings } from '../auth/standing.js';
import { pageOfRows } from '../http/cursor.js';
import { ParticipantQueries, positionOf } from './participant-queries.js';

interface Query {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The person-level view of a programme: its own clinician's, until the handover is signed off. */
@Injectable()
export class ParticipantsService {
  constructor(
    private readonly access: Access,
    private readonly standings: Standings,
    private readonly audit: Audit,
    private readonly participants: ParticipantQueries,
  ) {}

  /** Reading about people is noted down with the answer, or there is none. @throws Refusal 404 */
  async list(programmeId: string, query: Query): Promise<Page<MemberView>> {
    const standing = await this.standings.ofProgramme(programmeId);
    this.access.require('see-participants', standing);
    const rows = await this.participants.list(programmeId, query);
    await this.audit.record({ what: 'participants.read', siteId: standing.siteId, subject: programmeId });
    return pageOfRows(rows, { limit: query.limit, position: positionOf, view: (row) => row });
  }
}
