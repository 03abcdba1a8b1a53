import type { MemberView } from '@followon/shared/contract/groups';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Work } from '../../work/work.js';

export const MemberPosition = z.tuple([z.boolean(), z.string(), z.uuid()]);
type MemberPosition = z.infer<typeof MemberPosition>;

/** `sortName` is folded by the database, so that pages follow its order. */
export type MemberRow = MemberView & { readonly nameless: boolean; readonly sortName: string };

/** By name; people known only from an imported register come last. */
const ORDER = `m.display_name is null, lower(coalesce(m.display_name, '')), m.id`;

const LIST = `
  select m.id, m.display_name as "displayName", m.joined_on as "joinedOn", m.paused_until as "pausedUntil",
    m.wants_messages as "wantsMessages",
    m.display_name is null as nameless, lower(coalesce(m.display_name, '')) as "sortName"
  from member m where m.group_id = $1 and m.left_on is null
    and ($2::boolean is null or (${ORDER}) > ($2, $3::text, $4::uuid))
  order by ${ORDER} limit $5`;

@Injectable()
export class MemberQueries {
  constructor(private readonly work: Work) {}

  list(groupId: string, after: MemberPosition | undefined, most: number): Promise<MemberRow[]> {
    const [nameless = null, name = null, id = null] = after ?? [];
    return this.work.manager.query(LIST, [groupId, nameless, name, id, most]);
  }
}
