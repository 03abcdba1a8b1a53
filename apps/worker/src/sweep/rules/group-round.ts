import { append } from '@followon/shared/db/ledger/append';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { armRounds, isWantedTurn } from '../rounds.js';
import type { SweepRule } from '../sweep-rule.js';

/** Of a group: whether it lives, and whether its roles are still in want of somebody while it needs nothing more than that. */
const GROUP = `
  select g.state in ('forming', 'meeting', 'unknown') as lives,
    coalesce(h.level in ('steady', 'watch') and jsonb_path_query_array(h.reasons, '$[*].key') ?| array['one-carries', 'roles-vacant'], false)
      and (select count(*) from meeting m where m.group_id = g.id and m.outcome = 'held') >= 3 as wants
  from follow_on_group g left join group_health h on h.group_id = g.id where g.id = $1`;

interface GroupRow {
  readonly lives: boolean;
  readonly wants: boolean;
}

function whyNot(group: GroupRow | undefined, occurrence: string): string | undefined {
  if (!group?.lives) return 'the group rests or has ended';
  return isWantedTurn(occurrence) && !group.wants
    ? 'its roles are filled, it is young, or it is offered more'
    : undefined;
}

const groupRound = (rule: string, round: 'winter' | 'roles'): SweepRule => ({
  rule,
  afterDowntime: 'merge',
  async sweep({ site_id, subject_id, occurrence }, { manager, now }) {
    const [group]: GroupRow[] = await manager.query(GROUP, [subject_id]);
    await armRounds(manager, { siteId: site_id, groupId: subject_id, now });
    const why = whyNot(group, occurrence);
    if (why !== undefined) return why;
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
