import type { DomainEvent } from '@followon/shared/events/catalogue';
import { Injectable } from '@nestjs/common';
import type { Outcome, Reaction, Within } from '../dispatch/reaction.js';
import type { ClockedAlert } from './alert-clocks.js';
import { alertTermsOf, armNextStages, CLOCKED } from './alert-clocks.js';

const WAITING = `select ${CLOCKED} from alert a where a.site_id = $1 and a.state = 'open' and a.stage <> 'site-admin' order by a.id`;

/**
 * A site changed its days: alerts that are open get the new clocks, counted from the day on which their stage was reached.
 * Whoever has been told is not told again, and a clock that was armed before looks at the new days when it rings.
 */
@Injectable()
export class SetAlertClocksAnew implements Reaction<'alert-policy.saved.v1'> {
  readonly reactor = 'alerts';
  readonly name = 'set-alert-clocks-anew';

  async react({ payload }: DomainEvent<'alert-policy.saved.v1'>, { manager }: Within): Promise<Outcome> {
    const { siteId, version } = payload;
    const waiting: ClockedAlert[] = await manager.query(WAITING, [siteId]);
    if (waiting.length === 0) return { skipped: 'no clock is running' };
    const site = await alertTermsOf(manager, siteId);
    const count = await armNextStages(manager, waiting, { site, again: `v${version}` });
    return { did: `set ${count} clocks anew` };
  }
}
