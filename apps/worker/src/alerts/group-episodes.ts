import type { HealthCause } from '@followon/shared/rules/alert/causes';
import type { WithdrawnBecause } from '@followon/shared/rules/alert/episode';
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
  readonly open: readonly { readonly id: string; readonly cause: HealthCause; readonly byMarks: boolean }[];
  /** Whose latest episode was withdrawn because other marks were set. */
  readonly taken_back: readonly HealthCause[];
}

const EPISODES = {
  name: 'load-episodes',
  text: `
  select g.id as group_id, g.site_id, g.state, h.level, coalesce(h.by_silence_only, false) as by_silence_only, coalesce(h.quiet, false) as quiet,
    coalesce(h.reasons, '[]') as reasons, coalesce(h.as_of_seq, 0) as as_of_seq,
    coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'cause', a.cause, 'byMarks', a.reasons @> '[{"key": "marks-changed"}]'))
              from alert a where a.group_id = g.id and a.state in ('open', 'acknowledged')), '[]') as open,
    coalesce((select jsonb_agg(l.cause)
              from (select distinct on (a.cause) a.cause, a.withdrawn_because from alert a where a.group_id = g.id
                    order by a.cause, a.opened_at desc) l where l.withdrawn_because = 'marks-changed'), '[]') as taken_back
  from follow_on_group g left join group_health h on h.group_id = g.id where g.id = $1`,
};

export async function loadEpisodes(manager: EntityManager, groupId: string): Promise<GroupEpisodes> {
  const [row] = await prepared<GroupEpisodes>(manager, EPISODES, [groupId]);
  if (!row) throw new Error(`group ${groupId} is not there`);
  return row;
}

export interface NewEpisode {
  readonly id: string;
  readonly cause: HealthCause;
  /** Other marks opened it: its reasons say so first. */
  readonly byMarks: boolean;
  readonly openedAt: Date;
  readonly eventId: string;
}

const SILENCE: readonly Reason['key'][] = ['long-silent', 'silent'];

/** An alert about silence speaks of the silence; what else is known of the group stands on its page. */
function reasonsFor({ cause, byMarks }: NewEpisode, reasons: readonly Reason[]): readonly Reason[] {
  const ofSilence = reasons.filter(({ key }) => SILENCE.includes(key));
  const why = cause === 'gone-quiet' && ofSilence.length > 0 ? ofSilence : reasons;
  return byMarks ? [{ key: 'marks-changed', meetingIds: [] }, ...why] : why;
}

const OPEN = {
  name: 'open-episode',
  text: 'insert into alert (id, site_id, group_id, cause, reasons, opened_at, opened_event_id) values ($1, $2, $3, $4, $5, $6, $7)',
};

export async function openEpisode(
  manager: EntityManager,
  group: GroupEpisodes,
  episode: NewEpisode,
): Promise<void> {
  await prepared(manager, OPEN, [
    ...[
      episode.id,
      group.site_id,
      group.group_id,
      episode.cause,
      JSON.stringify(reasonsFor(episode, group.reasons)),
      episode.openedAt,
      episode.eventId,
    ],
  ]);
}

/** False when a person resolved it meanwhile: then there is nothing to take back. */
export async function withdrawEpisode(
  manager: EntityManager,
  id: string,
  { because, at }: { readonly because: WithdrawnBecause; readonly at: Date },
): Promise<boolean> {
  const answer: [unknown[], number] = await manager.query(
    `update alert set state = 'withdrawn', closed_at = $2, withdrawn_because = $3 where id = $1 and state in ('open', 'acknowledged')`,
    [id, at, because],
  );
  return answer[1] > 0;
}
