import { calendarPath, linkPath, linkToken } from '@followon/shared/db/links/link-token';
import type { LinkPurpose } from '@followon/shared/db/links/mint-links';
import type { LetterLink } from '@followon/shared/messages/written/letter';
import { Inject, Injectable } from '@nestjs/common';
import type { Env } from '../env.js';
import { ENV } from '../env.js';
import { Work } from '../work/work.js';

const LIST = `
  select l.id, l.nudge_id as "nudgeId", l.action, t.key as task
  from link l left join handover_task t on l.action = 'tick-task' and t.id = l.subject_id
  where l.nudge_id = any($1::uuid[]) and l.revoked_at is null
  order by l.action in ('preferences', 'stop'), l.action desc, t.due_on, t.position, l.id`;

interface Row {
  readonly id: string;
  readonly nudgeId: string;
  readonly action: LinkPurpose;
  readonly task: string | null;
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

  async of(nudgeIds: readonly string[]): Promise<ReadonlyMap<string, LetterLink[]>> {
    if (this.env.FOLLOWON_MODE !== 'demo') return new Map();
    const rows: Row[] = await this.work.manager.query(LIST, [nudgeIds]);
    return this.byMessage(rows);
  }

  private byMessage(rows: readonly Row[]): Map<string, LetterLink[]> {
    const links = new Map<string, LetterLink[]>();
    for (const row of rows) links.set(row.nudgeId, [...(links.get(row.nudgeId) ?? []), this.link(row)]);
    return links;
  }

  private link({ id, action, task }: Row): LetterLink {
    const token = linkToken(this.env.FOLLOWON_SECRET, id);
    const path = action === 'calendar' ? calendarPath(token) : linkPath(token);
    return { action, task, path };
  }
}
