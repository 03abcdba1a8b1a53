import type { EventName, Payload } from '@followon/shared/events/catalogue';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import type { TestWorker } from './a-worker.js';
import type { TestDatabase } from './database.js';
import type { Seeded } from './seeded.js';

interface Group {
  readonly id: string;
  readonly site_id: string;
}
interface Meeting extends Group {
  readonly group_id: string;
  readonly usual: number;
  readonly on: string;
}

const open = `state in ('forming', 'meeting', 'unknown')`;

/** The people of a network as a seed has them: they meet, forget, answer, wish, rest and leave. Rows and facts as requests write them. */
export class LivingPeople {
  constructor(
    private readonly database: TestDatabase,
    private readonly worker: TestWorker,
    private readonly chance: Seeded,
  ) {}

  /** What people do on a day, at this moment of it. */
  async live(day: string, nth: number, at: Date): Promise<void> {
    await this.recordMeetings(day, at);
    await this.planMeetings(day, at);
    await this.answer(at);
    await this.lookAfterAlerts(day, at);
    for (let said = 0; said < (nth === 0 ? 12 : nth % 2); said += 1) await this.wish(day, at);
    await this.turns[nth]?.(day, at);
  }

  private readonly turns: Readonly<Record<number, (day: string, at: Date) => Promise<void>>> = {
    12: (day, at) => this.move('resting', 'group.rested.v1', { from: day, until: addDays(day, 28) }, at),
    18: (day, at) => this.move('closed-well', 'group.closed.v1', { on: day, how: 'closed-well' }, at),
    24: () => this.any('update follow_on_group set messages_off = true'),
    30: (day) => this.any(`update member set left_on = '${day}'`, 'left_on is null'),
    36: (day, at) => this.correct(day, at),
  };

  private async recordMeetings(day: string, at: Date): Promise<void> {
    const meetings = await this.database.query<Meeting>(
      `select m.id, m.site_id, m.group_id, m.held_on::text as on, coalesce(h.usual, 7) as usual from meeting m left join group_health h using (group_id)
       where m.outcome in ('planned', 'missing') and m.held_on between $1::date - 5 and $1 order by m.group_id, m.held_on`,
      [day],
    );
    for (const meeting of meetings) {
      const lot = this.chance.next();
      if (lot < 0.35) await this.held(meeting, at, Math.max(0, meeting.usual + this.chance.between(-1, 1)));
      else if (lot < 0.47) await this.held(meeting, at, Math.min(2, meeting.usual));
      else if (lot < 0.52) await this.notHeld(meeting, at);
    }
  }

  private async held(meeting: Meeting, at: Date, headcount: number): Promise<void> {
    await this.database.query(
      `update meeting set outcome = 'held', headcount = $2, newcomers = 0, named = true, recorded_at = $3, version = version + 1 where id = $1`,
      [meeting.id, headcount, at],
    );
    await this.database.query(
      `insert into attendance (meeting_id, site_id, group_id, present) select $1::uuid, $2::uuid, $3::uuid, coalesce(array_agg(id), '{}') from
        (select id from member where group_id = $3::uuid and left_on is null order by md5(id::text || $1::text) limit $4) p on conflict do nothing`,
      [meeting.id, meeting.site_id, meeting.group_id, Math.max(0, headcount - 1)],
    );
    const { id: meetingId, on } = meeting;
    await this.say(meeting, at, 'meeting.held.v1', { meetingId, on, headcount, newcomers: 0 });
  }

  private async notHeld(meeting: Meeting, at: Date): Promise<void> {
    await this.database.query(`update meeting set outcome = 'not-held', reason = 'weather' where id = $1`, [
      meeting.id,
    ]);
    await this.say(meeting, at, 'meeting.not-held.v1', {
      meetingId: meeting.id,
      on: meeting.on,
      reason: 'weather',
    });
  }

  private async planMeetings(day: string, at: Date): Promise<void> {
    const groups = await this.database.query<Group>(
      `select g.id, g.site_id from follow_on_group g where ${open} and not exists (select from meeting m
        where m.group_id = g.id and m.outcome = 'planned' and m.held_on >= $1) order by g.id`,
      [day],
    );
    for (const { id, site_id } of groups) {
      if (this.chance.next() > 0.3) continue;
      const on = addDays(day, this.chance.between(5, 9));
      const row = { site_id, group_id: id, held_on: on, outcome: 'planned' };
      const { id: meetingId } = await this.database.insert<{ id: string }>('meeting', row);
      await this.say({ site_id, group_id: id }, at, 'meeting.planned.v1', { meetingId, on });
    }
  }

  private async answer(at: Date): Promise<void> {
    const choice = this.chance.pick(['leave-us-be', 'call-us', 'not-this-time']);
    await this.database.query(
      `update nudge set answer = $2::text, answered_at = $1::timestamptz where id in (select id from nudge where state = 'sent' and answered_at is null
        and key in ('would_a_hand_help', 'meeting_reminder') and sent_at > $1::timestamptz - interval '5 days' order by md5(id::text || $2) limit 1)`,
      [at, choice],
    );
  }

  private async lookAfterAlerts(day: string, at: Date): Promise<void> {
    if (this.chance.next() > 0.2) return;
    const snoozed = this.chance.next() < 0.4 ? addDays(day, 7) : null;
    await this.database.query(
      `update alert set state = 'acknowledged', snoozed_until = $1 where id = (select id from alert where state = 'open' order by md5(id::text) limit 1)`,
      [snoozed],
    );
    await this.worker.drain(at);
  }

  /** Somebody who gets messages says how they would like them. */
  private async wish(day: string, at: Date): Promise<void> {
    const people = await this.database.query<{ id: string; kind: 'account' | 'member' }>(
      `select distinct person_id as id, person_kind as kind from nudge where audience <> 'staff' union select id, 'member' from member where left_on is null order by 1`,
    );
    const { id, kind } = this.chance.pick(people);
    const person = { person_id: id, person_kind: kind, [`${kind}_id`]: id };
    const wishes = [
      ...[{ stopped_at: at }, { paused_until: addDays(day, 14) }, { bad_until: addDays(day, 2) }],
      ...[{ hours: 'afternoons' }, { hours: 'afternoons' }, { quiet_weekdays: '{1,3}' }],
    ];
    await this.database.query(`delete from message_wish where person_id = $1 and stopped_at is null`, [id]);
    const said = await this.database.query('select from message_wish where person_id = $1', [id]);
    if (said.length === 0)
      await this.database.insert('message_wish', { ...person, ...this.chance.pick(wishes), updated_at: at });
    const purposes = ['missed-you', 'meeting-reminder', 'missed-you', 'meeting-report', 'group-support'];
    const purpose = this.chance.pick(purposes);
    const member = this.chance.pick(people.filter((one) => one.kind === 'member'));
    const wants = ['missed-you', 'meeting-reminder'].includes(purpose);
    const who = wants ? { person_id: member.id, person_kind: 'member', member_id: member.id } : person;
    await this.database.query('delete from message_consent where person_id = $1 and purpose = $2', [
      who.person_id,
      purpose,
    ]);
    await this.database.insert('message_consent', {
      ...who,
      channel: 'any',
      purpose,
      wants,
      said_at: at,
      said_by: 'self',
    });
  }

  private async move<N extends EventName>(state: string, name: N, said: object, at: Date): Promise<void> {
    const [group] = await this.database.query<Group>(
      `update follow_on_group set state = $1, resting_until = $2 where id = (select group_id from nudge n join follow_on_group g on g.id = n.group_id
        where g.state in ('meeting', 'forming') and n.state = 'planned' order by n.due_at desc, n.id limit 1) returning id, site_id`,
      [state, 'until' in said ? said.until : null],
    );
    if (group) await this.say({ ...group, group_id: group.id }, at, name, said);
  }

  /** Of a group or member that hears of something. */
  private async any(update: string, where = 'true'): Promise<void> {
    const [, table] = /^update (\w+)/.exec(update) ?? [];
    const found =
      table === 'member'
        ? `person_id from nudge where person_kind = 'member' and state = 'planned'`
        : `group_id from nudge where state = 'planned'`;
    await this.database.query(
      `${update} where ${where} and id = (select ${found} and ${table === 'member' ? 'true' : 'group_id is not null'} order by id limit 1)`,
    );
  }

  /** The last meeting of the group that an alert speaks of had all its people after all. */
  private async correct(day: string, at: Date): Promise<void> {
    const [meeting] = await this.database.query<Meeting>(
      `update meeting set headcount = 12, version = version + 1 where id = (select m.id from alert a join meeting m using (group_id)
        where a.state = 'open' and a.cause = 'fading' and m.outcome = 'held' and m.held_on <= $1 order by m.held_on desc, m.id limit 1)
       returning id, site_id, group_id, held_on::text as on`,
      [day],
    );
    if (meeting)
      await this.say(meeting, at, 'register.corrected.v1', { meetingId: meeting.id, on: meeting.on });
  }

  private async say<N extends EventName>(
    about: { readonly group_id: string; readonly site_id: string },
    at: Date,
    name: N,
    said: object,
  ): Promise<void> {
    const payload = { groupId: about.group_id, ...said } as unknown as Payload<N>;
    await this.worker.append({
      name,
      payload,
      streamId: about.group_id,
      siteId: about.site_id,
      occurredAt: at,
    });
  }
}
