import { prepared } from '@followon/shared/db/prepared';
import type { HandoverCause } from '@followon/shared/rules/alert/causes';
import type { HandoverFacts } from '@followon/shared/rules/alert/handover';
import type { EntityManager } from 'typeorm';

export interface HandoverAlerts extends HandoverFacts {
  readonly handoverId: string;
  readonly siteId: string;
  /** Where its people go on, once there is a group. */
  readonly groupId: string | null;
  /** Of this programme. */
  readonly mine: readonly {
    readonly id: string;
    readonly cause: HandoverCause;
    readonly groupId: string | null;
  }[];
  /** Of the subject, whichever programme of its group they come from. */
  readonly standing: readonly HandoverCause[];
}

const OPEN = `a.state in ('open', 'acknowledged') and a.cause in ('handover-late', 'no-ptv')`;

/** $2 is today. */
const FACTS = {
  name: 'handover-alert-facts',
  text: `
  select h.id as "handoverId", h.site_id as "siteId", h.state, h.route = 'none' as "wantsNone", h.without_ptv as "withoutPtv",
    exists (select from account v join membership r on r.account_id = v.id and r.site_id = p.site_id
      where v.id = p.ptv_id and v.disabled_at is null) as "hasPtv",
    case when h.route <> 'join' then h.group_id end as "groupId",
    exists (select from handover_task t where t.handover_id = h.id and t.state not in ('done', 'not-applicable') and t.due_on < $2::date
      and ((t.blocking and t.escalated_to = 'site-admin') or (t.key = $3 and t.escalated_to is not null))) as late,
    coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'cause', a.cause, 'groupId', a.group_id)) from alert a
      where a.programme_id = p.id and ${OPEN}), '[]') as mine,
    coalesce((select jsonb_agg(a.cause) from alert a
      where a.group_id = h.group_id and h.route <> 'join' and ${OPEN}), '[]') as standing
  from programme p join handover h on h.programme_id = p.id where p.id = $1`,
};

/** Undefined while the programme has no handover. */
export async function handoverAlertFacts(
  manager: EntityManager,
  programmeId: string,
  { today, signOffTask }: { readonly today: string; readonly signOffTask: string },
): Promise<HandoverAlerts | undefined> {
  const [row] = await prepared<HandoverAlerts>(manager, FACTS, [programmeId, today, signOffTask]);
  return row;
}
