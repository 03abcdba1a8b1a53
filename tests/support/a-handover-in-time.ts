import type { EventName, Payload } from '@followon/shared/events/catalogue';
import type { Country } from '@followon/shared/rules/calendar/country';
import type { ProgrammeRow } from './a-programme.js';
import { aProgramme } from './a-programme.js';
import { aSite } from './a-site.js';
import type { TestWorker } from './a-worker.js';
import { anAccount } from './an-account.js';
import type { TestDatabase } from './database.js';

const roles = ['clinician', 'volunteer', 'lead', 'site-admin'] as const;
export type Staff = (typeof roles)[number];

/** A message of a day: who got it, and what was on it. */
export interface Digest {
  readonly to: string;
  readonly on: string;
  readonly state: string;
  readonly reason: string | null;
  readonly tasks: readonly string[];
  /** How many tasks it told of, also those that it did not name. */
  readonly count: number;
}

export interface TimedTask {
  readonly id: string;
  readonly handover_id: string;
  readonly key: string;
  readonly state: string;
  readonly due_on: string;
  readonly escalated_to: string | null;
  readonly version: number;
}

/** A programme of a site with one person for each role; the worker lives through its days when it is told to. */
export interface TimedHandover {
  readonly siteId: string;
  readonly people: Readonly<Record<Staff, string>>;
  readonly programme: ProgrammeRow;
  /** Appends a fact on the programme's stream and lets everything follow. */
  say<N extends EventName>(name: N, at: string, payload: Payload<N>): Promise<void>;
  /** Opens the checklist as `programme.scheduled.v1` does. */
  open(day: string): Promise<void>;
  /** Morning, when what is due is looked at, and the hour at which messages leave. */
  live(day: string): Promise<void>;
  task(key: string): Promise<TimedTask>;
  digests(): Promise<Digest[]>;
  settle(key: string, by: string | null, at: string): Promise<void>;
}

export const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);
const morningOf = (day: string) => new Date(`${day}T07:05:00Z`);
const sendingOf = (day: string) => new Date(`${day}T08:30:00Z`);

interface Options {
  readonly lastSessionOn: string;
  readonly country?: Country;
  /** Roles that nobody has. */
  readonly without?: readonly Staff[];
}

export async function aHandoverInTime(
  { database, worker }: { readonly database: TestDatabase; readonly worker: TestWorker },
  { lastSessionOn, country = 'england', without = [] }: Options,
): Promise<TimedHandover> {
  const { id: siteId } = await aSite(database, { country });
  const people: Record<string, string> = {};
  for (const role of roles.filter((one) => !without.includes(one)))
    people[role] = (await anAccount(database, { roles: [{ role, siteId }] })).id;
  const programme = await aProgramme(database, {
    ...{ siteId, lastSessionOn, firstSessionOn: null },
    ...{ clinicianId: people.clinician ?? null, ptvId: people.volunteer ?? null },
  });
  const run = async (now: Date) => {
    await worker.sweeper.sweep(now);
    await worker.drain(now);
    await worker.deliverer.deliver(now);
    await worker.drain(now);
  };
  const say: TimedHandover['say'] = async (name, at, payload) => {
    const about = { streamId: programme.id, streamKind: 'programme', siteId } as const;
    await worker.append({ name, ...about, occurredAt: noonOf(at), payload });
    await worker.drain(noonOf(at));
  };
  const task = async (key: string) => {
    const [row] = await database.query<TimedTask & Record<string, unknown>>(
      `select t.id, t.handover_id, t.key, t.state, t.due_on::text, t.escalated_to, t.version from handover_task t join handover h on h.id = t.handover_id
       where h.programme_id = $1 and t.key = $2`,
      [programme.id, key],
    );
    if (!row) throw new Error(`the list has no ${key}`);
    return row;
  };
  return {
    ...{ siteId, people: people as Record<Staff, string>, programme, say, task },
    open: (day) => say('programme.scheduled.v1', day, { programmeId: programme.id, lastSessionOn }),
    live: async (day) => {
      await run(morningOf(day));
      await run(sendingOf(day));
    },
    digests: () => digestsOf(database, siteId, people),
    settle: async (key, by, at) => {
      await database.query(
        `update handover_task t set state = 'done', done_at = $3, done_by = $4, version = t.version + 1 from handover h
         where h.id = t.handover_id and h.programme_id = $1 and t.key = $2`,
        [programme.id, key, noonOf(at), by],
      );
    },
  };
}

async function digestsOf(
  database: TestDatabase,
  siteId: string,
  people: Readonly<Record<string, string>>,
): Promise<Digest[]> {
  const rows = await database.query<Record<string, unknown> & Omit<Digest, 'to'> & { person_id: string }>(
    `select person_id, (due_at at time zone 'Europe/London')::date::text as on, state, reason,
       coalesce((select jsonb_agg(t ->> 'task') from jsonb_array_elements(figures -> 'tasks') t), '[]') as tasks,
       coalesce((figures ->> 'count')::int, 0) as count
     from nudge where site_id = $1 and key = 'task_digest' order by due_at, person_id`,
    [siteId],
  );
  const roleOf = (id: string) => Object.entries(people).find(([, known]) => known === id)?.[0] ?? id;
  return rows
    .map(({ person_id, ...digest }) => ({ ...digest, to: roleOf(person_id) }))
    .sort((one, other) => one.on.localeCompare(other.on) || one.to.localeCompare(other.to));
}
