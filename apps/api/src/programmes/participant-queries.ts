import type { MemberView } from '@followon/shared/contract/groups';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { readCursor } from '../http/cursor.js';
import { Work } from '../work/work.js';

const LIST = `
  select m.id, m.display_name as "displayName", m.joined_on as "joinedOn", m.paused_until as "pausedUntil"
  from follow_on_group g join member m on m.group_id = g.id
  where g.programme_id = $1 and not exists (select from handover k where k.group_id = g.id and k.programme_id <> $1)
    and m.left_on is null and ($2::uuid is null or m.id > $2) order by m.id limit $3`;

const Position = z.tuple([z.uuid()]);

export const positionOf = ({ id }: MemberView): z.infer<typeof Position> => [id];

@Injectable()
export class ParticipantQueries {
  constructor(private readonly work: Work) {}

  /**
   * People of the group that comes out of a programme, and of no other one: of a joint group nobody can tell whose they
   * are, so nobody is told. One row more than asked for when there is more.
   */
  async list(
    programmeId: string,
    { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<MemberView[]> {
    const [after = null] = readCursor(Position, cursor) ?? [];
    return this.work.manager.query(LIST, [programmeId, after, limit + 1]);
  }
}
