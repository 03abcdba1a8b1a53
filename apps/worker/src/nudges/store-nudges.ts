import { prepared } from '@followon/shared/db/prepared';
import type { EntityManager } from 'typeorm';

/** The rows as given are already the answer of the rule; a delivery goes with each that is planned. */
const STORE = {
  name: 'store-nudges',
  text: `
  with thought as (
    select * from jsonb_to_recordset($1::jsonb) as n(id uuid, key text, occasion text, audience text, person_kind text, person_id uuid,
      subject_id uuid, state text, reason text, held_by text, due_at timestamptz, use_by timestamptz, event_id uuid, figures jsonb, delivery_id uuid, idem_key text, arm text, trial_id uuid)
  ), kept as (
    insert into nudge (id, site_id, group_id, programme_id, key, occasion, audience, person_kind, person_id, subject_id, state, reason, due_at,
      use_by, event_id, figures, arm, trial_id)
    select id, $2::uuid, $3::uuid, $4::uuid, key, occasion, audience, person_kind, person_id, subject_id, state, reason, due_at, use_by, event_id, figures, arm, trial_id
    from thought returning id
  )
  insert into delivery (id, site_id, nudge_id, event_id, idem_key, channel, state, reason, due_at)
  select t.delivery_id, $2::uuid, t.id, t.event_id, t.idem_key, 'outbox', 'queued', t.held_by, t.due_at from thought t join kept using (id)
  where t.state = 'planned'`,
};

interface About {
  readonly siteId: string;
  readonly groupId: string | null;
  readonly programmeId: string | null;
}

/** Keeps what was thought of each message, with a delivery for each that is planned. */
export async function storeNudges(
  manager: EntityManager,
  { siteId, groupId, programmeId }: About,
  rows: readonly object[],
): Promise<void> {
  if (rows.length > 0) await prepared(manager, STORE, [JSON.stringify(rows), siteId, groupId, programmeId]);
}
