import type { HealthCause } from '@followon/shared/rules/alert/causes';
import type { GroupState } from '@followon/shared/contract/health';
import type { Level, Reason } from '@followon/shared/rules/health/facts';
import { prepared } from '@followon/shared/db/prepared';
import type { EntityManager } from 'typeorm';

export interface GroupEpisodes {
  readonly group_id: string;
  readonly site_id: string;
  readonly state: GroupState;
  readonly level: Level | null;
  readonly by_silence_only: boolean;
  readonly quiet: boolean;
  readonly reasons: readonly Reason[];
  /** Up to which event of its stream the group has been judged. */
  readonly as_of_seq: number;
  /** Neither withdrawn nor resolved. */
  readonly open: readonly {
    readonly id: string;
    readonly cause: HealthCause;
    readonly byMarks: boolean;
    /** Set when somebody has it in hand. */
    readonly takenAt: string | null;
    readonly takenBy: string | null;
  }[];
  /** Whose latest episode was withdrawn because other marks were set. */
  readonly taken_back: readonly HealthCause[];
  /** Whose latest episode was withdrawn because another one of the group took it in. */
  readonly taken_in: readonly HealthCause[];
  /** The reasons with which the level came to be what it is; null where an episode of it has been opened since. */
  readonly untold: readonly Reason[] | null;
}

const EPISODES = {
  name: 'load-episodes',
  text: `
  with latest as (
    select distinct on (a.cause) a.cause, a.withdrawn_because, a.opened_at from alert a
    where a.group_id = $1 and a.cause in ('at-risk', 'fading', 'gone-quiet') order by a.cause, a.opened_at desc)
  select g.id as group_id, g.site_id, g.state, h.level, coalesce(h.by_silence_only, false) as by_silence_only, coalesce(h.quiet, false) as quiet,
    coalesce(h.reasons, '[]') as reasons, coalesce(h.as_of_seq, 0) as as_of_seq,
    coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'cause', a.cause, 'byMarks', a.reasons @> '[{"key": "marks-changed"}]',
                'takenAt', a.acknowledged_at, 'takenBy', a.acknowledged_by))
              from alert a where a.group_id = g.id and a.state in ('open', 'acknowledged') and a.cause in ('at-risk', 'fading', 'gone-quiet')), '[]') as open,
    coalesce((select jsonb_agg(l.cause) from latest l where l.withdrawn_because = 'marks-changed'), '[]') as taken_back,
    coalesce((select jsonb_agg(l.cause) from latest l where l.withdrawn_because in ('joined-gone-quiet', 'joined-told')), '[]') as taken_in,
    (select c.reasons from (select c.reasons, c.at, c.to_level from group_level_change c where c.group_id = g.id order by c.id desc limit 1) c
     where not exists (select from latest l where l.cause = c.to_level and l.opened_at >= c.at)) as untold
  from follow_on_group g left join group_health h on h.group_id = g.id where g.id = $1`,
};

export async function loadEpisodes(manager: EntityManager, groupId: string): Promise<GroupEpisodes> {
  const [row] = await prepared<GroupEpisodes>(manager, EPISODES, [groupId]);
  if (!row) throw new Error(`group ${groupId} is not there`);
  return row;
}

const SILENCE: readonly Reason['key'][] = ['long-silent', 'silent'];

/** An alert about silence speaks of the silence; what else is known of the group stands on its page. */
export function reasonsFor(
  { cause, byMarks }: { readonly cause: HealthCause; readonly byMarks: boolean },
  reasons: readonly Reason[],
): readonly Reason[] {
  const ofSilence = reasons.filter(({ key }) => SILENCE.includes(key));
  const why = cause === 'gone-quiet' && ofSilence.length > 0 ? ofSilence : reasons;
  return byMarks ? [{ key: 'marks-changed', meetingIds: [] }, ...why] : why;
}
