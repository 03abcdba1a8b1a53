import type { MessageLinkView, OutboxMessage } from '@followon/shared/contract/messages';
import { calendarPath, linkPath, linkToken } from '@followon/shared/db/links/link-token';
import type { LinkPurpose } from '@followon/shared/db/links/mint-links';
import { linkLabel } from '@followon/shared/messages/link-labels';
import { Inject, Injectable } from '@nestjs/common';
import type { Env } from '../env.js';
import { ENV } from '../env.js';
import { Work } from '../work/work.js';

const LIST = `
  select l.id, l.nudge_id as "nudgeId", l.action, t.key as task, coalesce(w.language, 'en') as language
  from link l join nudge n on n.id = l.nudge_id
    left join message_wish w on w.person_id = n.person_id
    left join handover_task t on l.action = 'tick-task' and t.id = l.subject_id
  where l.nudge_id = any($1::uuid[]) and l.revoked_at is null
  order by l.action in ('preferences', 'stop'), l.action desc, t.due_on, t.position, l.id`;

interface Row {
  readonly id: string;
  readonly nudgeId: string;
  readonly action: LinkPurpose;
  readonly task: string | null;
  readonly language: OutboxMessage['lang'];
}

/**
 * The links of messages, derived again from their ids: on a demo network everybody plays everybody. A live one has no
 * outbox, and its API never makes a token that it has sent out before.
 */
@Injectable()
export class OutboxLinks {
  constructor(
    private readonly work: Work,
    @Inject(ENV) private readonly env: Pick<Env, 'FOLLOWON_SECRET' | 'FOLLOWON_MODE'>,
  ) {}

  async of(nudgeIds: readonly string[]): Promise<ReadonlyMap<string, MessageLinkView[]>> {
    if (this.env.FOLLOWON_MODE !== 'demo') return new Map();
    const rows: Row[] = await this.work.manager.query(LIST, [nudgeIds]);
    return this.byMessage(rows);
  }

  private byMessage(rows: readonly Row[]): Map<string, MessageLinkView[]> {
    const links = new Map<string, MessageLinkView[]>();
    for (const row of rows) links.set(row.nudgeId, [...(links.get(row.nudgeId) ?? []), this.view(row)]);
    return links;
  }

  private view({ id, action, task, language }: Row): MessageLinkView {
    const token = linkToken(this.env.FOLLOWON_SECRET, id);
    const href = action === 'calendar' ? calendarPath(token) : linkPath(token);
    return { rel: action, href, label: linkLabel(action, task, language) };
  }
}
