import { randomUUID } from 'node:crypto';
import type { NewEvent } from '@followon/shared/db/ledger/append';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonInstant } from '@followon/shared/rules/calendar/london';
import type { GroupRow } from './a-group.js';
import type { TestWorker } from './a-worker.js';
import type { TestDatabase } from './database.js';
import type { Seeded } from './seeded.js';

type Report = 'help-asked' | 'venue-lost' | 'conflict' | 'one-carries';

/** Words of `group_report.kind` that come up in a lived history. */
const reports: readonly Report[] = ['help-asked', 'venue-lost', 'conflict', 'one-carries'];

interface Place {
  readonly database: TestDatabase;
  readonly worker: TestWorker;
  readonly group: GroupRow;
}

/** A group whose days are lived one after the other: what happens is written as the API writes it, and judged at once. */
export class LivedThrough {
  private readonly members: string[] = [];
  private readonly unwritten: { readonly id: string; readonly on: string; readonly writeOn: string }[] = [];
  /** A share of the members who still come; it falls when the group begins to fade. */
  private spirit = 0.65;
  private isFading = false;
  private restingUntil: string | null = null;
  private report: { readonly id: string; readonly kind: Report } | null = null;
  private role: string | null = null;
  private hour = 8;

  constructor(
    private readonly place: Place,
    private readonly chance: Seeded,
    private readonly everyDays: number,
  ) {}

  async begin(day: string): Promise<void> {
    for (let n = 0; n < this.chance.between(6, 14); n += 1) {
      const member = { site_id: this.place.group.site_id, group_id: this.place.group.id };
      const { id } = await this.place.database.insert<{ id: string }>('member', {
        ...member,
        display_name: `Person ${n}`,
      });
      this.members.push(id);
    }
    this.isFading = this.chance.next() < 0.6;
    const groupId = this.place.group.id;
    await this.tell(day, 'group.formed.v1', { groupId, programmeId: null, formedOn: day });
  }

  /** One day: its sweeps at seven, then whatever the chances of the day bring. */
  async live(day: string, index: number): Promise<void> {
    this.hour = 8;
    const morning = londonInstant(day, '07:00');
    await this.place.worker.sweeper.sweep(morning);
    await this.place.worker.drain(morning);
    await this.takeNote(day);
    if (this.isResting(day)) return this.maybeResume(day);
    if (this.isFading && index > 100) this.spirit *= 0.985;
    await this.writeRegisters(day);
    if (index % this.everyDays === 0) await this.meet(day);
    await this.sometimes(day);
  }

  /** A break with an end: nothing starts by itself. */
  private async takeNote(day: string): Promise<void> {
    // On its day back its people say that they are ready.
    if (this.restingUntil !== null && this.restingUntil <= day) await this.resume(day);
  }

  private isResting = (day: string): boolean => this.restingUntil !== null && day < this.restingUntil;

  private async meet(day: string): Promise<void> {
    if (this.chance.next() < (this.isFading ? 0.15 : 0.05)) return;
    const { group, database } = this.place;
    const { id } = await database.insert<{ id: string }>('meeting', {
      ...{ site_id: group.site_id, group_id: group.id, held_on: day, outcome: 'planned' },
    });
    await this.tell(day, 'meeting.planned.v1', { groupId: group.id, meetingId: id, on: day });
    const late = this.chance.next() < 0.2 ? this.chance.between(1, 12) : 0;
    const isForgotten = this.chance.next() < 0.05;
    if (!isForgotten) this.unwritten.push({ id, on: day, writeOn: addDays(day, late) });
    await this.writeRegisters(day);
  }

  private async writeRegisters(day: string): Promise<void> {
    const due = this.unwritten.filter(({ writeOn }) => writeOn <= day);
    for (const meeting of due) {
      this.unwritten.splice(this.unwritten.indexOf(meeting), 1);
      await this.writeRegister(day, meeting);
    }
  }

  private async writeRegister(day: string, { id, on }: { id: string; on: string }): Promise<void> {
    const meeting = { groupId: this.place.group.id, meetingId: id, on };
    if (this.chance.next() < 0.08) {
      await this.place.database.query(
        `update meeting set outcome = 'not-held', reason = 'weather', recorded_at = $2, version = 1 where id = $1`,
        [id, this.instant(day)],
      );
      return this.tell(day, 'meeting.not-held.v1', { ...meeting, reason: 'weather' });
    }
    const present = this.members.filter(() => this.chance.next() < this.spirit);
    await this.hold(id, { present, day, named: this.chance.next() < 0.8 });
    await this.tell(day, 'meeting.held.v1', { ...meeting, headcount: present.length, newcomers: 0 });
  }

  private async hold(
    id: string,
    { present, day, named }: { present: readonly string[]; day: string; named: boolean },
  ): Promise<void> {
    const { database, group } = this.place;
    await database.query(
      `update meeting set outcome = 'held', headcount = $2, newcomers = 0, named = $3, recorded_at = $4, version = version + 1
       where id = $1`,
      [id, present.length, named, this.instant(day)],
    );
    if (!named) return;
    await database.query(
      `insert into attendance (meeting_id, site_id, group_id, present) values ($1, $2, $3, $4)
       on conflict (meeting_id) do update set present = excluded.present`,
      [id, group.site_id, group.id, present],
    );
  }

  /** Breaks, reports, roles, changes and settled alerts, each now and then. */
  private async sometimes(day: string): Promise<void> {
    const roll = this.chance.next();
    if (roll < 0.004) return this.rest(day);
    if (roll < 0.012) return this.report ? this.settle(day) : this.say(day);
    if (roll < 0.02) return this.role ? this.vacate(day) : this.accept(day);
    if (roll < 0.04) return this.tell(day, 'group.changed.v1', { groupId: this.place.group.id });
    if (roll < 0.06) await this.resolveAnAlert(day);
  }

  private async rest(day: string): Promise<void> {
    const until = this.chance.next() < 0.7 ? addDays(day, this.chance.between(10, 60)) : null;
    const { database, group } = this.place;
    await database.insert('group_rest', {
      ...{ site_id: group.site_id, group_id: group.id, from_on: day, until_on: until },
    });
    await database.query(`update follow_on_group set state = 'resting', resting_until = $2 where id = $1`, [
      group.id,
      until,
    ]);
    this.restingUntil = until ?? '9999-12-31';
    await this.tell(day, 'group.rested.v1', { groupId: group.id, from: day, until });
  }

  private async maybeResume(day: string): Promise<void> {
    if (this.chance.next() <= 0.03) await this.resume(day);
  }

  private async resume(day: string): Promise<void> {
    const { database, group } = this.place;
    await database.query(
      `update group_rest set until_on = greatest(from_on, $2::date) where group_id = $1 and (until_on is null or until_on > $2::date)`,
      [group.id, day],
    );
    await database.query(
      `update follow_on_group set resting_until = null,
        state = case when exists (select from meeting m where m.group_id = $1 and m.outcome = 'held') then 'meeting' else 'forming' end
       where id = $1`,
      [group.id],
    );
    this.restingUntil = null;
    await this.tell(day, 'group.resumed.v1', { groupId: group.id, on: day });
  }

  private async say(day: string): Promise<void> {
    const { database, group } = this.place;
    const kind = this.chance.pick(reports);
    const { id } = await database.insert<{ id: string }>('group_report', {
      ...{ site_id: group.site_id, group_id: group.id, kind, on_date: day },
    });
    this.report = { id, kind };
    await this.tell(day, 'group.reported.v1', { groupId: group.id, reportId: id, kind, on: day });
  }

  private async settle(day: string): Promise<void> {
    const { report } = this;
    if (!report) return;
    await this.place.database.query('update group_report set until_date = $2 where id = $1', [
      report.id,
      day,
    ]);
    this.report = null;
    const payload = { groupId: this.place.group.id, reportId: report.id, kind: report.kind, on: day };
    await this.tell(day, 'group.report-settled.v1', payload);
  }

  private async accept(day: string): Promise<void> {
    const { database, group } = this.place;
    const { id } = await database.insert<{ id: string }>('group_role', {
      ...{ site_id: group.site_id, group_id: group.id, kind: 'contact', from_on: day },
      member_id: this.chance.pick(this.members),
    });
    this.role = id;
    await this.tell(day, 'role.accepted.v1', { groupId: group.id, roleId: id, kind: 'contact' });
  }

  private async vacate(day: string): Promise<void> {
    const id = this.role ?? '';
    await this.place.database.query('update group_role set until_on = $2 where id = $1', [id, day]);
    this.role = null;
    await this.tell(day, 'role.vacated.v1', { groupId: this.place.group.id, roleId: id, kind: 'contact' });
  }

  private async resolveAnAlert(day: string): Promise<void> {
    await this.place.database.query(
      `update alert set state = 'resolved', closed_at = $2, outcome = 'called' where id = (
         select id from alert where group_id = $1 and state = 'open' order by opened_at limit 1)`,
      [this.place.group.id, this.instant(day)],
    );
  }

  async close(day: string): Promise<void> {
    const { database, group } = this.place;
    await database.query(`update follow_on_group set state = 'closed', closed_on = $2 where id = $1`, [
      group.id,
      day,
    ]);
    await this.tell(day, 'group.closed.v1', { groupId: group.id, on: day, how: 'closed' });
  }

  /** Corrects a register that was written: the word that stands from now on, and what was said of it then. */
  async correct(
    day: string,
    meeting: { readonly id: string; readonly on: string },
    present: readonly string[],
  ) {
    await this.hold(meeting.id, { present, day, named: true });
    const payload = { groupId: this.place.group.id, meetingId: meeting.id, on: meeting.on };
    await this.tell(day, 'register.corrected.v1', payload);
  }

  private instant = (day: string): Date => londonInstant(day, `${String(this.hour).padStart(2, '0')}:30`);

  /** The fact, and everything that follows from it. */
  private async tell(day: string, name: NewEvent['name'], payload: object): Promise<void> {
    const { worker, group } = this.place;
    const occurredAt = this.instant(day);
    const fact = {
      eventId: randomUUID(),
      name,
      payload,
      streamId: group.id,
      siteId: group.site_id,
      occurredAt,
    };
    await worker.append(fact as NewEvent);
    await worker.drain(occurredAt);
    this.hour = Math.min(22, this.hour + 1);
  }
}
