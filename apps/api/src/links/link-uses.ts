import { Injectable } from '@nestjs/common';
import { Work } from '../work/work.js';
import type { LinkUse } from './found-link.js';
import type { Spent } from './link-acting.js';

const READ = `
  select uses_left as "usesLeft", used_at as "usedAt", used_for as "usedFor" from link
  where id = $1 and revoked_at is null and expires_at > $2`;

/** How often a link was used, in the link's own transaction: whoever comes at the same moment waits for its row. */
@Injectable()
export class LinkUses {
  constructor(private readonly work: Work) {}

  read(linkId: string): Promise<LinkUse | undefined> {
    return this.one(READ, linkId);
  }

  /** Undefined when it has expired or was taken back meanwhile. */
  lock(linkId: string): Promise<LinkUse | undefined> {
    return this.one(`${READ} for update`, linkId);
  }

  async note(linkId: string, spent: Spent): Promise<void> {
    if (spent === 'kept') return;
    const { manager } = this.work;
    if (spent === 'given-back')
      await manager.query('update link set uses_left = 1, used_at = null, used_for = null where id = $1', [
        linkId,
      ]);
    else
      await manager.query(
        'update link set uses_left = uses_left - 1, used_at = $2, used_for = $3 where id = $1',
        [linkId, this.work.now().toISOString(), spent.as],
      );
  }

  private async one(sql: string, linkId: string): Promise<LinkUse | undefined> {
    const [use]: LinkUse[] = await this.work.manager.query(sql, [linkId, this.work.now().toISOString()]);
    return use;
  }
}
