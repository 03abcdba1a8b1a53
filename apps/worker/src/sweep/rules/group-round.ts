import { append } from '@followon/shared/db/ledger/append';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { armRounds } from '../rounds.js';
import type { SweepRule } from '../sweep-rule.js';

const LIVING = `select state in ('forming', 'meeting', 'unknown') as lives from follow_on_group where id = $1`;

const groupRound = (rule: string, round: 'winter' | 'roles'): SweepRule => ({
  rule,
  afterDowntime: 'merge',
  async sweep({ site_id, subject_id }, { manager, now }) {
    const [group]: { lives: boolean }[] = await manager.query(LIVING, [subject_id]);
    await armRounds(manager, { siteId: site_id, groupId: subject_id, now });
    if (!group?.lives) return 'the group rests or has ended';
    await append(manager, {
      ...{ name: 'group-round.due.v1', streamId: subject_id, siteId: site_id, occurredAt: now },
      payload: { groupId: subject_id, round, on: londonDate(now) },
    });
    return `the round of ${round} is due`;
  },
});

/** In the first working week of November. */
export const winter = groupRound('winter', 'winter');

/** Once a quarter. */
export const rolesTurn = groupRound('roles-turn', 'roles');
