import { addDays } from '@followon/shared/rules/calendar/civil-date';
import type { Origin } from '@followon/shared/events/envelope';
import { declareTerms } from '@followon/shared/rules/trial/terms';
import type { GroupRow } from './a-group.js';
import { aGroup } from './a-group.js';
import { giveRole } from './a-group-and-everyone.js';
import type { TestWorker } from './a-worker.js';
import { anAccount } from './an-account.js';
import type { TestDatabase } from './database.js';

/** A Monday. */
export const first = '2026-03-02';
export const evening = (n: number): string => addDays(first, 7 * n);
const terms = declareTerms('how_was_it', { withheldShare: 0.5, smallestEffect: 0.15, mostWeeks: 52 });

/** A group with two contact people, who are asked how a meeting was. */
export async function aGroupToAsk(database: TestDatabase): Promise<GroupRow> {
  const group = await aGroup(database);
  const siteId = group.site_id;
  for (let person = 0; person < 2; person += 1) {
    const { id: accountId } = await anAccount(database, { roles: [{ role: 'contact', siteId }] });
    await giveRole(database, { siteId, groupId: group.id, kind: 'contact', accountId });
  }
  return group;
}

export interface Asking {
  readonly database: TestDatabase;
  readonly worker: TestWorker;
  readonly group: GroupRow;
}

/** A trial of `how_was_it` at the group's site since the first day, unless told otherwise; answers its id. */
export async function aTrial(
  { database, group }: Pick<Asking, 'database' | 'group'>,
  over: object = {},
): Promise<string> {
  const row = {
    ...{ site_id: group.site_id, key: 'how_was_it', version: 1, terms, salt: group.id },
    ...{ started_at: new Date(`${first}T08:00:00Z`), ...over },
  };
  return (await database.insert<{ id: string }>('nudge_trial', row)).id;
}

/** A meeting of which nobody said how it went by the next morning; answers its id. */
export async function askAbout(
  { database, worker, group }: Asking,
  on: string,
  origin: Origin = 'live',
): Promise<string> {
  const place = { site_id: group.site_id, group_id: group.id };
  const { id: meetingId } = await database.insert<{ id: string }>('meeting', {
    ...{ ...place, held_on: on, outcome: 'planned', named: false },
  });
  const now = new Date(`${addDays(on, 1)}T07:30:00Z`);
  const payload = { groupId: group.id, meetingId, on };
  const stream = { streamId: group.id, siteId: group.site_id, occurredAt: now, origin };
  await worker.append({ ...stream, name: 'register.missing.v1', payload });
  await worker.drain(now);
  return meetingId;
}

interface Told extends Record<string, unknown> {
  readonly state: string;
  readonly reason: string | null;
  readonly arm: string | null;
  readonly deliveries: number;
}

/** What became of the question about a meeting, for each contact person. */
export const toldOf = (database: TestDatabase, meetingId: string): Promise<Told[]> =>
  database.query<Told>(
    `select n.state, n.reason, n.arm, (select count(*)::int from delivery d where d.nudge_id = n.id) as deliveries
     from nudge n where n.subject_id = $1 and n.key = 'how_was_it'`,
    [meetingId],
  );

interface Unit extends Record<string, unknown> {
  readonly arm: string;
  readonly outcome: boolean | null;
  readonly measured: boolean;
}

export const unitsOf = (database: TestDatabase, trialId: string): Promise<Unit[]> =>
  database.query<Unit>(
    `select arm, outcome, measured_at is not null as measured from nudge_trial_unit where trial_id = $1 order by measure_at`,
    [trialId],
  );
