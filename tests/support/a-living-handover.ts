import { setTimeout as sleep } from 'node:timers/promises';
import type { HandoverTaskView, HandoverView } from '@followon/shared/contract/handovers';
import type { ProgrammeView } from '@followon/shared/contract/programmes';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { ChosenRoute } from '@followon/shared/rules/handover/routes';
import { anAccount } from './an-account.js';
import type { Client, TestApi } from './api.js';
import type { TestWorker } from './a-worker.js';
import { aSite } from './a-site.js';
import type { TestDatabase } from './database.js';

type Person = 'clinician' | 'lead' | 'admin' | 'first' | 'second';

/** Answers that a person may meet; anything else is a fault of ours. */
const ANSWERS = [200, 201, 204, 400, 404, 409, 412];

/** A programme to which everything may happen, done by people at the API, while the worker lives through the days. */
export class ALivingHandover {
  readonly faults: string[] = [];
  /** Tasks that somebody opened again by hand: they wait, whatever the list of the route says. */
  readonly takenBack = new Set<string>();
  private groupId: string | undefined;

  private constructor(
    private readonly database: TestDatabase,
    private readonly worker: TestWorker,
    private readonly people: Readonly<Record<Person, Client>>,
    private readonly volunteers: readonly string[],
    readonly siteId: string,
    readonly programmeId: string,
  ) {}

  static async begin(
    database: TestDatabase,
    { api, worker, daysToGo }: { api: TestApi; worker: TestWorker; daysToGo: number },
  ): Promise<ALivingHandover> {
    const { id: siteId } = await aSite(database);
    const roles = {
      clinician: 'clinician',
      lead: 'lead',
      admin: 'site-admin',
      first: 'volunteer',
      second: 'volunteer',
    } as const;
    const people: Partial<Record<Person, Client>> = {};
    const volunteers: string[] = [];
    for (const [person, role] of Object.entries(roles)) {
      const account = await anAccount(database, { roles: [{ role, siteId }] });
      people[person as Person] = await api.signedInAs(account);
      if (role === 'volunteer') volunteers.push(account.id);
    }
    await database.query(
      `update volunteer set training_until = '2099-01-01', checks_until = '2099-01-01' where site_id = $1`,
      [siteId],
    );
    const everyone = people as Record<Person, Client>;
    const now = await nowOf(database);
    const created = await everyone.clinician.post<ProgrammeView>('/programmes', {
      ...{ siteId, name: 'A programme that lives', type: 'PMP' },
      lastSessionOn: addDays(londonDate(now), daysToGo),
    });
    const life = new ALivingHandover(database, worker, everyone, volunteers, siteId, created.body.id);
    await life.settle();
    return life;
  }

  async today(): Promise<string> {
    return londonDate(await nowOf(this.database));
  }

  ask(who: number, part: 'ptv' | 'deputy') {
    return this.try('lead', 'post', `/programmes/${this.programmeId}/volunteers`, {
      ...{ accountId: this.volunteers[who % 2], part },
    });
  }

  async answer(who: number, answer: 'accept' | 'decline') {
    const person = who % 2 === 0 ? 'first' : 'second';
    const [request] = await this.database.query<{ id: string }>(
      `select id from volunteer_request where programme_id = $1 and account_id = $2 and state = 'asked' limit 1`,
      [this.programmeId, this.volunteers[who % 2]],
    );
    if (request) await this.try(person, 'post', `/volunteer-requests/${request.id}/answer`, { answer });
  }

  async count(yes: number) {
    const { body } = await this.people.clinician.get<{ version: number }>(
      `/programmes/${this.programmeId}/interest`,
    );
    const counts = { yes, maybe: 1, no: 2, otherKind: 0 };
    await this.try('clinician', 'put', `/programmes/${this.programmeId}/interest`, counts, body.version);
  }

  async choose(route: ChosenRoute) {
    const handover = await this.handover();
    if (handover)
      await this.try(
        'clinician',
        'post',
        `/handovers/${handover.id}/route`,
        { route, insists: true },
        handover.version,
      );
  }

  /** Ticks a task that is still to do, or takes back one that is done. */
  async tick(which: number, state: 'done' | 'open' | 'not-applicable') {
    const tasks = (await this.handover())?.tasks.filter((task) => (state === 'open') === isDone(task)) ?? [];
    const task = tasks[which % Math.max(tasks.length, 1)];
    if (!task) return;
    if (state === 'open') this.takenBack.add(task.key);
    const reason = state === 'not-applicable' ? { reason: 'not-needed-here' } : {};
    await this.try('admin', 'patch', `/handover-tasks/${task.id}`, { state, ...reason }, task.version);
  }

  async reschedule(days: number) {
    const { body } = await this.people.clinician.get<ProgrammeView>(`/programmes/${this.programmeId}`);
    const patch = { lastSessionOn: addDays(body.lastSessionOn, days) };
    await this.try('clinician', 'patch', `/programmes/${this.programmeId}`, patch, body.version);
  }

  async finish() {
    const body = { finishedOn: await this.today() };
    await this.try('clinician', 'post', `/programmes/${this.programmeId}/finish`, body);
  }

  async signOff() {
    const handover = await this.handover();
    if (handover) await this.try('clinician', 'post', `/handovers/${handover.id}/sign-off`, {});
  }

  /** The group forms, and fixes a date. */
  async meetIn(days: number) {
    if (!this.groupId) {
      const group = {
        siteId: this.siteId,
        programmeId: this.programmeId,
        name: 'A group',
        cadence: 'weekly',
      };
      this.groupId = (await this.try('clinician', 'post', '/groups', group))?.id;
    }
    const date = addDays(await this.today(), days);
    if (this.groupId) await this.try('admin', 'post', `/groups/${this.groupId}/meetings`, { date });
  }

  /** Every fact of the programme is read again from its beginning by whoever runs handovers. */
  async replay() {
    await this.database.query(
      `update reactor_cursor set last_seq = 0 where reactor = 'handover' and stream_id = any($1)`,
      [[this.programmeId, ...(this.groupId ? [this.groupId] : [])]],
    );
  }

  /** Days pass one by one, with their sweeps and messages; the API's clock goes with them. */
  async pass(days: number) {
    let isOver = false;
    const arrived = this.people.admin.post('/demo/clock', { advanceDays: days }).finally(() => {
      isOver = true;
    });
    while (!isOver) {
      await this.worker.timeMachine.travel();
      await sleep(10);
    }
    await arrived;
  }

  async settle() {
    await this.worker.drain(await nowOf(this.database));
  }

  async handover(): Promise<HandoverView | undefined> {
    const [row] = await this.database.query<{ id: string }>(
      'select id from handover where programme_id = $1',
      [this.programmeId],
    );
    return row && (await this.people.admin.get<HandoverView>(`/handovers/${row.id}`)).body;
  }

  private async try(
    who: Person,
    method: 'post' | 'put' | 'patch',
    path: string,
    body: object,
    version?: number,
  ): Promise<{ id?: string } | undefined> {
    const headers: Record<string, string> = version === undefined ? {} : { 'If-Match': `"${version}"` };
    const answer = await this.people[who][method]<{ id?: string }>(path, body, headers);
    if (!ANSWERS.includes(answer.status))
      this.faults.push(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.status < 300 ? answer.body : undefined;
  }
}

const isDone = ({ state }: HandoverTaskView): boolean => state === 'done' || state === 'not-applicable';

async function nowOf(database: TestDatabase): Promise<Date> {
  const [row] = await database.query<{ now: Date }>(
    'select now() + make_interval(days => offset_days) as now from business_clock',
  );
  return row?.now ?? new Date();
}
