import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import type { Problem } from '@followon/shared/contract/problem';
import { aHandover, taskOf, type TaskRow } from './a-handover.js';
import { aProgramme, type ProgrammeRow } from './a-programme.js';
import { aSite } from './a-site.js';
import { anAccount, type AccountRow } from './an-account.js';
import { anApi, type Answer, type Client } from './api.js';
import { aDatabase, type TestDatabase } from './database.js';
import { eventsOf } from './events.js';

type Who = 'volunteer' | 'deputy' | 'helper' | 'lead' | 'clinician';
type Tried = Answer<HandoverTaskView & Problem>;
type Versioned = { readonly id: string; readonly version: number };

/** A site with the people of a handover, and what tests of tasks do with one task of it. */
export interface TaskStage {
  readonly database: TestDatabase;
  readonly people: Readonly<Record<Who, AccountRow>>;
  readonly at: Readonly<Record<Who, Client>>;
  /** A fresh programme with its checklist, the volunteer's tasks with the volunteer; answers the handover's id. */
  opened(): Promise<string>;
  programmeId(): string;
  task(handoverId: string, key: string): Promise<TaskRow>;
  change(who: Who, task: Versioned, patch: object): Promise<Tried>;
  post(who: Who, task: Versioned, act: 'later' | 'pass-on', body: object): Promise<Tried>;
  /** What was done to the task was done that much longer ago. */
  minutesPass(taskId: string, minutes: number): Promise<void>;
  nameDeputy(away?: { readonly awayUntil: string }): Promise<void>;
  giveTo(who: Who, taskId: string): Promise<void>;
  /** Names of what was announced about the programme of the last `opened`. */
  events(): Promise<readonly string[]>;
  close(): Promise<void>;
}

const ROLES: Readonly<Record<Who, 'volunteer' | 'lead' | 'clinician'>> = {
  volunteer: 'volunteer',
  deputy: 'volunteer',
  helper: 'volunteer',
  lead: 'lead',
  clinician: 'clinician',
};

export async function aTaskStage(): Promise<TaskStage> {
  const database = await aDatabase();
  const api = await anApi(database);
  const siteId = (await aSite(database)).id;
  const people = {} as Record<Who, AccountRow>;
  const at = {} as Record<Who, Client>;
  for (const [who, role] of Object.entries(ROLES) as [Who, (typeof ROLES)[Who]][]) {
    people[who] = await anAccount(database, { displayName: `A ${who}`, roles: [{ role, siteId }] });
    at[who] = await api.signedInAs(people[who]);
  }
  const programmes: ProgrammeRow[] = [];
  const programmeId = () => programmes.at(-1)?.id ?? '';
  const ifMatch = ({ version }: Versioned) => ({ 'If-Match': `"${version}"` });
  return {
    ...{ database, people, at, programmeId },
    opened: async () => {
      const named = { siteId, clinicianId: people.clinician.id, ptvId: people.volunteer.id };
      const programme = await aProgramme(database, named);
      programmes.push(programme);
      return (await aHandover(database, programme, { volunteerId: people.volunteer.id })).id;
    },
    task: (handoverId, key) => taskOf(database, handoverId, key),
    change: (who, task, patch) => at[who].patch(`/handover-tasks/${task.id}`, patch, ifMatch(task)),
    post: (who, task, act, body) => at[who].post(`/handover-tasks/${task.id}/${act}`, body, ifMatch(task)),
    minutesPass: async (taskId, minutes) => {
      await database.query(
        `update handover_task set acted_at = acted_at - $2 * interval '1 minute', done_at = done_at - $2 * interval '1 minute' where id = $1`,
        [taskId, minutes],
      );
    },
    nameDeputy: (away) =>
      nameDeputy(database, { siteId, programmeId: programmeId(), deputy: people.deputy, away }),
    giveTo: async (who, taskId) => {
      await database.query('update handover_task set assignee_id = $2 where id = $1', [
        taskId,
        people[who].id,
      ]);
    },
    events: async () => (await eventsOf(database, programmeId())).map(({ name }) => name),
    close: async () => {
      await api.close();
      await database.close();
    },
  };
}

interface Deputy {
  readonly siteId: string;
  readonly programmeId: string;
  readonly deputy: AccountRow;
  readonly away: { readonly awayUntil: string } | undefined;
}

async function nameDeputy(
  database: TestDatabase,
  { siteId, programmeId, deputy, away }: Deputy,
): Promise<void> {
  await database.query('update programme set deputy_id = $2 where id = $1', [programmeId, deputy.id]);
  if (!away) return;
  const [known] = await database.query<{ id: string }>('select id from volunteer where account_id = $1', [
    deputy.id,
  ]);
  await database.insert('volunteer_break', {
    ...{ site_id: siteId, volunteer_id: known?.id },
    ...{ from_on: '2026-01-05', until_on: away.awayUntil },
  });
}
