import type { EventName, Payload } from '@followon/shared/events/catalogue';
import type { Origin } from '@followon/shared/events/envelope';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { noonOf } from './a-succession.js';
import { aGroup } from './a-group.js';
import { aSite } from './a-site.js';
import type { TestWorker } from './a-worker.js';
import { anAccount } from './an-account.js';
import type { TestDatabase } from './database.js';

const PEOPLE = 3;

interface Said {
  readonly name: EventName;
  readonly payload: unknown;
}

/** A group to which everything may happen, written down as the API writes it: the rows, and the fact in the ledger. */
export class ALivingGroup {
  readonly said: Said[] = [];

  private constructor(
    private readonly database: TestDatabase,
    private readonly worker: TestWorker,
    readonly siteId: string,
    readonly groupId: string,
    private readonly people: readonly string[],
    private today: string,
  ) {}

  static async form(
    database: TestDatabase,
    worker: TestWorker,
    { today, origin }: { today: string; origin: Origin },
  ): Promise<ALivingGroup> {
    const { id: siteId } = await aSite(database);
    await anAccount(database, {
      roles: [
        { role: 'lead', siteId },
        { role: 'site-admin', siteId },
      ],
    });
    const people: string[] = [];
    for (let n = 0; n < PEOPLE; n += 1)
      people.push((await anAccount(database, { roles: [{ role: 'contact', siteId }] })).id);
    const { id: groupId } = await aGroup(database, { siteId, state: 'forming', formedOn: null });
    const group = new ALivingGroup(database, worker, siteId, groupId, people, today);
    await group.say('group.formed.v1', { groupId, programmeId: null, formedOn: null }, origin);
    return group;
  }

  at(today: string): void {
    this.today = today;
  }

  async offer(who: number): Promise<void> {
    const [offer] = await this.database.query<{ id: string }>(
      `insert into role_offer (site_id, group_id, kind, account_id, offered_at) values ($1, $2, 'contact', $3, $4) on conflict do nothing returning id`,
      [this.siteId, this.groupId, this.person(who), noonOf(this.today)],
    );
    if (offer)
      await this.say('role.offered.v1', { groupId: this.groupId, offerId: offer.id, kind: 'contact' });
  }

  async answer(who: number, state: 'accepted' | 'declined'): Promise<void> {
    const [offer] = await this.database.query<{ id: string }>(
      `update role_offer set state = $3 where group_id = $1 and account_id = $2 and state = 'asked' returning id`,
      [this.groupId, this.person(who), state],
    );
    if (!offer || (await this.isOver())) return;
    if (state === 'declined')
      return this.say('role.declined.v1', { groupId: this.groupId, offerId: offer.id, kind: 'contact' });
    const [role] = await this.database.query<{ id: string }>(
      `insert into group_role (site_id, group_id, kind, account_id, from_on) values ($1, $2, 'contact', $3, $4) on conflict do nothing returning id`,
      [this.siteId, this.groupId, this.person(who), this.today],
    );
    if (role) await this.say('role.accepted.v1', { groupId: this.groupId, roleId: role.id, kind: 'contact' });
  }

  async announce(who: number, days: number): Promise<void> {
    const on = addDays(this.today, days);
    const [role] = await this.database.query<{ id: string }>(
      'update group_role set stepping_down_on = $3 where group_id = $1 and account_id = $2 and until_on is null returning id',
      [this.groupId, this.person(who), on],
    );
    if (role)
      await this.say('role.stepping-down.v1', {
        groupId: this.groupId,
        roleId: role.id,
        kind: 'contact',
        on,
      });
  }

  async leave(who: number): Promise<void> {
    const [role] = await this.database.query<{ id: string }>(
      'update group_role set until_on = $3 where group_id = $1 and account_id = $2 and until_on is null returning id',
      [this.groupId, this.person(who), this.today],
    );
    if (role) await this.say('role.vacated.v1', { groupId: this.groupId, roleId: role.id, kind: 'contact' });
  }

  async able(who: number, isAble: boolean): Promise<void> {
    await this.database.query('update account set disabled_at = $2 where id = $1', [
      this.person(who),
      isAble ? null : noonOf(this.today),
    ]);
  }

  async rest(days: number | undefined): Promise<void> {
    const until = days === undefined ? null : addDays(this.today, days);
    const moved = await this.move('resting', ['forming', 'meeting', 'unknown'], until);
    if (moved) await this.say('group.rested.v1', { groupId: this.groupId, from: this.today, until });
  }

  async resume(): Promise<void> {
    if (await this.move('meeting', ['resting']))
      await this.say('group.resumed.v1', { groupId: this.groupId, on: this.today });
  }

  async close(): Promise<void> {
    if (!(await this.move('closed-well', ['forming', 'meeting', 'unknown', 'resting']))) return;
    await this.say('group.closed.v1', { groupId: this.groupId, on: this.today, how: 'closed-well' });
  }

  async restart(): Promise<void> {
    if (await this.move('forming', ['closed-well', 'resting']))
      await this.say('group.restarted.v1', { groupId: this.groupId, on: this.today });
  }

  /** A fact of this group is heard once more. */
  async replay(which: number): Promise<void> {
    const { name, payload } = this.said[which % this.said.length] as Said;
    await this.say(name as 'group.formed.v1', payload as Payload<'group.formed.v1'>, 'replay');
  }

  private person(who: number): string {
    return this.people[who % this.people.length] as string;
  }

  private async isOver(): Promise<boolean> {
    const rows = await this.database.query(
      `select 1 from follow_on_group where id = $1 and state = 'closed-well'`,
      [this.groupId],
    );
    return rows.length > 0;
  }

  private async move(
    to: string,
    from: readonly string[],
    restingUntil: string | null = null,
  ): Promise<boolean> {
    const rows = await this.database.query(
      `update follow_on_group set state = $2, resting_until = $4, closed_on = null where id = $1 and state = any($3) returning id`,
      [this.groupId, to, from, restingUntil],
    );
    return rows.length > 0;
  }

  private async say<N extends EventName>(
    name: N,
    payload: Payload<N>,
    origin: Origin = 'live',
  ): Promise<void> {
    if (origin !== 'replay') this.said.push({ name, payload });
    const about = { streamId: this.groupId, siteId: this.siteId, occurredAt: noonOf(this.today) };
    await this.worker.append({ ...about, name, payload, origin });
  }
}
