import { append } from '@followon/shared/db/ledger/append';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { armRounds } from '../rounds.js';
import type { SweepRule } from '../sweep-rule.js';

type Round = 'volunteers-weekly' | 'administrators-monthly';

/** After downtime one round is enough: its list is read when it leaves. */
const siteRound = (rule: string, round: Round, said: string): SweepRule => ({
  rule,
  afterDowntime: 'merge',
  async sweep({ site_id }, { manager, now }) {
    await armRounds(manager, { siteId: site_id, now });
    await append(manager, {
      ...{
        name: 'site-round.due.v1',
        streamId: site_id,
        streamKind: 'site',
        siteId: site_id,
        occurredAt: now,
      },
      payload: { siteId: site_id, round, on: londonDate(now) },
    });
    return said;
  },
});

/** On the first working day of a week. */
export const volunteersWeek = siteRound(
  'volunteers-week',
  'volunteers-weekly',
  'the week of the volunteers begins',
);

/** On the first working day of a month. */
export const administratorsMonth = siteRound(
  'administrators-month',
  'administrators-monthly',
  'the month of the administrators begins',
);
