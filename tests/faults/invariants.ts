import type { Reading } from '@followon/shared/rules/health/group-reader';
import { replayMeetings } from '@followon/shared/rules/health/replay';
import type { Network } from '../support/a-network.js';
import type { Stage } from '../support/stage.js';

type Counts = Record<string, number>;

/** Each answers one number that must be 0. Committed order comes from the database's own commit times. */
const zeros: Readonly<Record<string, string>> = {
  'gaps in a stream': `
    select count(*) as n from (
      select h.stream_id from stream_head h left join event e using (stream_id) group by h.stream_id, h.next_seq
      having count(e.seq) <> h.next_seq - 1 or min(e.seq) <> 1 or max(e.seq) <> h.next_seq - 1) s`,
  'events lost by a reactor': `
    select count(*) as n from event e cross join (select distinct reactor from reactor_cursor) r
    where not exists (select 1 from witness w where w.reactor = r.reactor and w.stream_id = e.stream_id
                      and e.seq > w.after_seq and e.seq <= w.up_to_seq)`,
  'events doubled by a reactor': `
    select count(*) as n from (
      select w.reactor, e.event_id from event e join witness w on w.stream_id = e.stream_id
        and e.seq > w.after_seq and e.seq <= w.up_to_seq
      group by w.reactor, e.event_id having count(*) > 1) d`,
  'outcomes doubled': `
    select count(*) as n from (
      select 1 from reaction_outcome group by reactor, event_id, reaction having count(*) > 1) d`,
  'outcomes of nothing committed': `
    select count(*) as n from reaction_outcome o where not exists (select 1 from event e where e.event_id = o.event_id)`,
  'out of order': `
    select count(*) as n from (
      select pg_xact_commit_timestamp(xmin) as at, up_to_seq, after_seq,
        lag(up_to_seq) over w as before_seq
      from witness window w as (partition by reactor, stream_id order by pg_xact_commit_timestamp(xmin), up_to_seq)) m
    where after_seq <> coalesce(before_seq, 0)`,
  'levels that do not follow from the one before': `
    select count(*) as n from (
      select from_level, lag(to_level) over (partition by group_id order by id) as before_level,
        row_number() over (partition by group_id order by id) as nth
      from group_level_change) c
    where nth > 1 and from_level is distinct from before_level`,
  'levels without their event, or events without their level': `
    select count(*) as n from (select event_id from group_level_change) c
    full join (select event_id from event where name = 'group-health.changed.v1'
      and payload->>'from' is distinct from payload->>'to') e using (event_id)
    where c.event_id is null or e.event_id is null`,
  'alerts without their event, or events without their alert': `
    select count(*) as n from (select id::text from alert) a
    full join (select payload->>'alertId' as id from event where name = 'alert.opened.v1') e using (id)
    where a.id is null or e.id is null`,
  'alerts opened twice': `
    select count(*) as n from (
      select 1 from event where name = 'alert.opened.v1' group by payload->>'alertId' having count(*) > 1) d`,
  'messages planned twice for one key': `
    select count(*) as n from (select 1 from delivery group by idem_key having count(*) > 1) d`,
  'messages sent twice': `
    select count(*) as n from (
      select 1 from event where name = 'nudge.sent.v1' group by payload->>'nudgeId' having count(*) > 1) d`,
  'cursors behind their head': `
    select count(*) as n from stream_head h cross join (select distinct reactor from reactor_cursor) r
    left join reactor_cursor c on c.stream_id = h.stream_id and c.reactor = r.reactor
    where coalesce(c.last_seq, 0) <> h.next_seq - 1`,
  'blocked cursors': `select count(*) as n from reactor_cursor where blocked_at is not null`,
  'dead events': `select count(*) as n from dead_event`,
};

/** Every invariant that can be asked of the database alone. */
export async function readInvariants(stage: Stage): Promise<Counts> {
  const counts: Counts = {};
  for (const [name, sql] of Object.entries(zeros)) {
    const [row] = await stage.query<{ n: string | number }>(sql);
    counts[name] = Number(row?.n ?? Number.NaN);
  }
  return counts;
}

const isDrop = (reading: Reading | undefined): boolean =>
  reading?.reasons.some(({ key }) => key === 'under-3' || key === 'below-60') ?? false;

/**
 * The effects against an oracle: the pure rules folded over each group's meetings, in order, without any queue.
 * A fall in attendance must have been announced once for each meeting at which it begins, and at no other.
 */
export async function compareWithFold(stage: Stage, network: Network): Promise<Counts> {
  const rows = await stage.query<{ meeting: string; n: string | number }>(
    `select payload->>'meetingId' as meeting, count(*) as n from event where name = 'attendance.dropped.v1' group by 1`,
  );
  const said = new Map(rows.map(({ meeting, n }) => [meeting, Number(n)]));
  const expected = new Set(network.groups.flatMap(({ meetings }) => dropsOf(meetings)));
  const counts = [...said.values()];
  return {
    'falls in attendance expected': expected.size,
    'falls lost': [...expected].filter((meeting) => !said.has(meeting)).length,
    'falls doubled': counts.filter((n) => n > 1).length,
    'falls invented': [...said.keys()].filter((meeting) => !expected.has(meeting)).length,
  };
}

function dropsOf(meetings: Network['groups'][number]['meetings']): string[] {
  const facts = meetings.map(({ meetingId, on, headcount }) => ({
    meetingId,
    on,
    headcount,
    outcome: 'held' as const,
  }));
  const readings = replayMeetings({ cadence: 'weekly', rests: [], meetings: facts });
  return readings.flatMap((reading, index) =>
    isDrop(reading) && !isDrop(readings[index - 1]) ? [reading.meetingId] : [],
  );
}
