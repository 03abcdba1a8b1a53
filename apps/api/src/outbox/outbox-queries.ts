import { servedInstant } from '@followon/shared/contract/civil-date';
import type { OutboxMessage } from '@followon/shared/contract/messages';
import { namesTold } from '@followon/shared/db/messages/names-told';
import type { Country } from '@followon/shared/rules/calendar/country';
import type { Language } from '@followon/shared/rules/nudge/in-which-languages';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { readCursor } from '../http/cursor.js';
import { exactInstant } from '../http/exact-instant.js';
import { Work } from '../work/work.js';
import { NO_LONGER_SO } from './no-longer-so.js';

export type OutboxRow = Omit<
  OutboxMessage,
  'to' | 'toName' | 'lang' | 'subject' | 'text' | 'choices' | 'links' | 'also' | 'sentAt'
> & {
  readonly key: string;
  readonly toName: string | null;
  /** The language that its reader wishes for; null where they have not said. */
  readonly chosen: Language | null;
  /** Of the site that it is about. */
  readonly country: Country;
  /** Pages are for those with an account. */
  readonly canSignIn: boolean;
  readonly groupName: string | null;
  readonly programmeName: string | null;
  /** Of the programmes and groups whose tasks it tells. */
  readonly names: Readonly<Record<string, string>> | null;
  readonly figures: unknown;
  readonly sentAt: Date | null;
  /** When it left or is due, with all the digits PostgreSQL keeps. */
  readonly at: string;
};

const AT = 'coalesce(d.sent_at, d.due_at)';

const ROWS = `
  select d.id, d.event_id as "eventId", d.nudge_id as "nudgeId", n.key, n.group_id as "groupId", n.programme_id as "programmeId",
    n.audience, n.person_kind = 'account' as "canSignIn", d.channel, d.state, d.reason, d.sent_at as "sentAt", n.figures, g.name as "groupName", p.name as "programmeName",
    coalesce(a.display_name, m.display_name) as "toName", w.language as chosen, s.country,
    ${namesTold('n.figures')} as names,
    ${NO_LONGER_SO} as "noLongerSo", ${exactInstant(AT)} as at
  from delivery d join nudge n on n.id = d.nudge_id join site s on s.id = n.site_id
    left join message_wish w on w.person_id = n.person_id
    left join follow_on_group g on g.id = n.group_id
    left join programme p on p.id = n.programme_id
    left join account a on n.person_kind = 'account' and a.id = n.person_id
    left join member m on n.person_kind = 'member' and m.id = n.person_id`;

const LIST = `${ROWS}
  where d.state not in ('suppressed', 'dead')
    and ($1::timestamptz is null or ${AT} < $1 or (${AT} = $1 and d.id > $2))
  order by ${AT} desc, d.id limit $3`;

const ONE = `${ROWS} where d.id = $1`;

const Position = z.tuple([servedInstant, z.uuid()]);

export const positionOf = ({ at, id }: OutboxRow): z.infer<typeof Position> => [at, id];

@Injectable()
export class OutboxQueries {
  constructor(private readonly work: Work) {}

  /** Newest first, those that wait for their hour before all; one row more than asked for when there is more. */
  async list({ cursor, limit }: { cursor?: string | undefined; limit: number }): Promise<OutboxRow[]> {
    const [at = null, id = null] = readCursor(Position, cursor) ?? [];
    return this.work.manager.query(LIST, [at, id, limit + 1]);
  }

  async one(deliveryId: string): Promise<OutboxRow | undefined> {
    const [row]: OutboxRow[] = await this.work.manager.query(ONE, [deliveryId]);
    return row;
  }
}
