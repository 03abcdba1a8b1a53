import { servedInstant } from '@followon/shared/contract/civil-date';
import type { NudgeQuery, NudgeView } from '@followon/shared/contract/messages';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { scopeOf, scopeValues } from '../auth/scope.js';
import { readCursor } from '../http/cursor.js';
import { exactInstant } from '../http/exact-instant.js';
import { Work } from '../work/work.js';
import type { MessageReader } from './message-scope.js';
import { inCountedScope, inWholeScope, MESSAGE_READER } from './message-scope.js';

interface Placed {
  readonly id: string;
  readonly dueAt: string;
}

export type NudgeRow = NudgeView & MessageReader;
const NUDGES = `
  select n.id, n.event_id as "eventId", n.key, n.group_id as "groupId", n.programme_id as "programmeId", n.audience, n.state,
    n.reason, ${exactInstant('n.due_at')} as "dueAt", n.site_id as "siteId", ${MESSAGE_READER}
  from nudge n
  where (${inWholeScope(2)} or ${inCountedScope(2, 11)}) and ($6::uuid is null or n.group_id = $6) and ($7::uuid is null or n.programme_id = $7)
    and ($8::timestamptz is null or n.due_at < $8 or (n.due_at = $8 and n.id > $9))
  order by n.due_at desc, n.id limit $10`;

const Position = z.tuple([servedInstant, z.uuid()]);

export const positionOfMessage = ({ dueAt, id }: Placed): z.infer<typeof Position> => [dueAt, id];

@Injectable()
export class MessageQueries {
  constructor(private readonly work: Work) {}

  /** Due last first; one row more than asked for when there is more. */
  async nudges(query: NudgeQuery): Promise<NudgeRow[]> {
    const [dueAt = null, id = null] = readCursor(Position, query.cursor) ?? [];
    return this.work.manager.query(NUDGES, [
      this.work.who.accountId,
      ...scopeValues(this.work.who, 'see-nudges'),
      query.group ?? null,
      query.programme ?? null,
      dueAt,
      id,
      query.limit + 1,
      scopeOf(this.work.who, 'see-nudges').counted,
    ]);
  }
}
