import { aHandover } from './a-handover.js';
import { aProgramme } from './a-programme.js';
import type { TestDatabase } from './database.js';

interface ListOptions {
  readonly siteId: string;
  readonly person: string;
  readonly due: string;
}

/** A list of tasks of a clinician that leaves on 25 November 2026, with something on it. Answers its handover. */
export async function aListOfTasks(
  database: TestDatabase,
  { siteId, person, due }: ListOptions,
): Promise<string> {
  const programme = await aProgramme(database, {
    ...{ siteId, lastSessionOn: '2026-12-10', clinicianId: person },
  });
  const handover = await aHandover(database, programme, { openedOn: '2026-11-12' });
  await database.query(
    `update handover_task set assignee_id = $2, due_on = '2026-11-25' where handover_id = $1 and owner_role = 'clinician'`,
    [handover.id, person],
  );
  const [nudge] = await database.query<{ id: string }>(
    `insert into nudge (site_id, key, occasion, audience, person_kind, person_id, subject_id, state, due_at, use_by, event_id, figures)
     values ($1, 'task_digest', $4, 'staff', 'account', $2, $1, 'planned', $3, '2026-11-27T18:00:00Z', gen_random_uuid(), '{}') returning id`,
    [siteId, person, due, `${siteId}/2026-11-25`],
  );
  await database.query(
    `insert into delivery (site_id, nudge_id, event_id, idem_key, channel, state, due_at) values ($1, $2, gen_random_uuid(), gen_random_uuid()::text, 'outbox', 'queued', $3)`,
    [siteId, nudge?.id, due],
  );
  return handover.id;
}
