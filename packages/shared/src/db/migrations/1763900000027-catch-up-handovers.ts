import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of lists that are under way; what the product does itself is looked at by nobody. */
const LATE = `
  from handover_task t join handover h on h.id = t.handover_id
  where h.state in ('open', 'signed-off', 'accepted') and t.owner_role <> 'system' and t.state not in ('done', 'not-applicable')
    and t.due_on < current_date
  on conflict (rule, subject_id, occurrence) do nothing`;

const day = (date: string): string => `to_char(${date}, 'YYYY-MM-DD')`;

/**
 * Lists that were opened before there were routes and clocks are looked at as if they had been opened today: two weeks
 * before the last session for want of a volunteer; and what is late already is told once more to whoever has it, and gets
 * its clocks, in which whoever was told before counts as told.
 */
const statements = [
  `insert into due (rule, site_id, stream_id, subject_id, occurrence, due_at)
    select 'handover-without-ptv', h.site_id, p.id, h.id, ${day('last')}, (last - 14 + time '07:00') at time zone 'Europe/London'
    from handover h join programme p on p.id = h.programme_id, coalesce(p.finished_on, p.last_session_on) as last
    where h.state = 'open'
    on conflict (rule, subject_id, occurrence) do nothing`,
  `insert into due (rule, site_id, stream_id, subject_id, occurrence, due_at)
    select 'task-reminder', t.site_id, coalesce(h.programme_id, h.group_id), t.id, ${day('t.due_on')} || '/' || (current_date - t.due_on), now()
    ${LATE}`,
  `insert into due (rule, site_id, stream_id, subject_id, occurrence, due_at)
    select 'task-escalation', t.site_id, coalesce(h.programme_id, h.group_id), t.id, ${day('t.due_on')} || '/lead/update', now()
    ${LATE}`,
];

export class CatchUpHandovers1763900000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    // Days that nobody looks at do no harm.
  }
}
