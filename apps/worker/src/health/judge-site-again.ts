import type { DomainEvent } from '@followon/shared/events/catalogue';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import { POLICY } from '../sweep/silence-due.js';
import { LISTENED } from './judged-event.js';

const ARM = `
  insert into due (rule, site_id, stream_id, subject_id, occurrence, due_at)
  select 'silence', g.site_id, g.id, g.id, $2, $3 from follow_on_group g
  where g.site_id = $1 and g.state = any($4)
  on conflict (rule, subject_id, occurrence) do nothing returning id`;

/**
 * New marks are heard of by every group that somebody listens for: a look at its silence is due at once, and judges it
 * as a whole. The Monday that is armed already stays.
 */
@Injectable()
export class JudgeSiteAgain implements Reaction<'policy.saved.v1'> {
  readonly reactor = 'health';
  readonly name = 'judge-site-again';

  async react({ payload }: DomainEvent<'policy.saved.v1'>, { manager, now }: Within): Promise<Outcome> {
    const { siteId, version } = payload;
    const armed: unknown[] = await manager.query(ARM, [siteId, `${POLICY}${version}`, now, LISTENED]);
    return { did: `will look at ${armed.length} groups by the new marks` };
  }
}
