import { describe, expect, test } from '@jest/globals';
import { isEventName, parsePayload } from '@followon/shared/events/catalogue';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { openBlocking } from '@followon/shared/rules/handover/sign-off';
import type { TaskState } from '@followon/shared/rules/handover/task-states';
import { demoNetwork } from './demo-network.js';
import type { Part, Row, Table } from './demo-rows.js';
import { people, siteNames } from './people.js';
import { demoId } from './random.js';

const days = ['2026-01-02', '2026-04-06', '2026-06-14', '2026-12-27', '2028-02-29'];
const passwords = { shared: 'shared', unknown: 'unknown' };
const at = (day: string): Part => demoNetwork(passwords, new Date(`${day}T09:30:00Z`));
const rowsOf = (part: Part, table: Table): readonly Row[] => part.rows[table] ?? [];
const tasksOf = (part: Part, programme: string): readonly Row[] =>
  rowsOf(part, 'handover_task').filter((task) => task.handover_id === demoId('handover', programme));

describe('the demo network', () => {
  test('has three sites, six programmes and 24 groups', () => {
    const part = at('2026-06-14');
    expect(rowsOf(part, 'site').map(({ name }) => name)).toEqual(['Avonside', 'Harbour', 'Moorland']);
    expect(rowsOf(part, 'programme')).toHaveLength(6);
    expect(rowsOf(part, 'follow_on_group')).toHaveLength(24);
  });

  test('is the same for the same moment', () => {
    expect(JSON.stringify(at('2026-06-14'))).toBe(JSON.stringify(at('2026-06-14')));
  });

  test.each(days)('gives every row and fact an id of its own on %s', (day) => {
    const { rows, facts } = at(day);
    const ids = [
      ...Object.values(rows)
        .flat()
        .map(({ id }) => id),
      ...facts.map(({ eventId }) => eventId),
    ];
    const given = ids.filter((id) => id !== undefined);
    expect(new Set(given).size).toBe(given.length);
  });

  test.each(days)('tells its facts in the order of time and none of them later than now on %s', (day) => {
    const times = at(day).facts.map(({ occurredAt }) => occurredAt.toISOString());
    expect(times).toEqual([...times].sort());
    expect(times.at(-1)).toBe(`${day}T09:30:00.000Z`);
  });

  test('tells only facts that the catalogue knows', () => {
    for (const { name, payload } of at('2026-06-14').facts) {
      expect(isEventName(name)).toBe(true);
      expect(() => parsePayload(name, payload)).not.toThrow();
    }
  });

  test('ends the history of every group with the end of its import, before any live fact', () => {
    const { facts, rows } = at('2026-06-14');
    for (const { id } of rows.follow_on_group ?? []) {
      const own = facts.filter(({ streamId, origin }) => streamId === id && origin === 'import');
      expect(own.at(-1)?.name).toBe('registers.imported.v1');
      expect(own.filter(({ name }) => name === 'registers.imported.v1')).toHaveLength(1);
    }
  });

  test.each(days)('gives the programme that finishes in ten days tasks done, late and due on %s', (day) => {
    const tasks = tasksOf(at(day), 'finishing');
    expect(tasks.filter(({ state }) => state === 'done').length).toBeGreaterThan(3);
    expect(tasks.filter(({ state }) => state === 'overdue').map(({ key }) => key)).toEqual(['choose_route']);
    const soon = tasks.filter(({ key }) => key === 'leaflets_given').map(({ due_on }) => String(due_on));
    expect(soon[0] && soon[0] >= day && soon[0] <= addDays(day, 4)).toBe(true);
    for (const { done_at } of tasks) if (done_at) expect((done_at as Date).toISOString() < day).toBe(true);
  });

  test.each(days)(
    'leaves only the sign-off in the way of the programme that finished last week on %s',
    (day) => {
      const tasks = tasksOf(at(day), 'finished-last-week').map((task) => ({
        ...{ key: String(task.key), blocking: task.blocking === true, state: task.state as TaskState },
      }));
      expect(openBlocking(tasks)).toEqual([]);
      expect(tasks.find(({ key }) => key === 'handover_done')?.state).not.toBe('done');
    },
  );

  test('has handovers in every state that a real network has', () => {
    const states = rowsOf(at('2026-06-14'), 'handover').map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['open', 'signed-off', 'accepted', 'closed']));
  });

  test('leaves the checklist of the programme that still runs to the worker', () => {
    const { facts } = at('2026-06-14');
    const live = facts.filter(
      ({ streamId, origin }) => streamId === demoId('programme', 'running') && origin === 'live',
    );
    expect(live.map(({ name }) => name)).toEqual(['programme.scheduled.v1']);
  });

  test('lets the volunteer accompany at least two groups and the contact person look after one', () => {
    const roles = rowsOf(at('2026-06-14'), 'group_role');
    const held = (email: string, kind: string) =>
      roles.filter((role) => role.account_id === demoId('account', email) && role.kind === kind);
    expect(held(people.volunteer.email, 'ptv').length).toBeGreaterThanOrEqual(2);
    expect(held(people.contact.email, 'contact')).toHaveLength(1);
  });

  test('plans the next meetings of every group that meets or begins, and of no other', () => {
    const part = at('2026-06-14');
    const planned = new Set(
      rowsOf(part, 'meeting')
        .filter(({ outcome, held_on }) => outcome === 'planned' && String(held_on) >= '2026-06-14')
        .map(({ group_id }) => group_id),
    );
    const silent = rowsOf(part, 'follow_on_group').filter(({ id }) => !planned.has(id));
    expect(silent.map(({ name }) => name).sort()).toEqual([
      'Friday group, Kiln',
      'Friday group, Library',
      'Thursday group, Harbour wall',
      'Thursday group, Stable',
      'Tuesday group, Signal box',
    ]);
  });

  test('marks as many people present as the head count says, in a few groups only', () => {
    const part = at('2026-06-14');
    const named = rowsOf(part, 'meeting').filter((meeting) => meeting.named === true);
    expect(new Set(named.map(({ group_id }) => group_id)).size).toBe(3);
    for (const { id, headcount } of named) {
      const attendance = rowsOf(part, 'attendance').find(({ meeting_id }) => meeting_id === id);
      expect(attendance?.present).toHaveLength(Number(headcount));
    }
  });

  test('knows nobody by more than a first name, and every address ends where no mail goes', () => {
    const part = at('2026-06-14');
    const names = [...rowsOf(part, 'account'), ...rowsOf(part, 'member')].map(({ display_name }) =>
      String(display_name),
    );
    for (const name of names) expect(name).toMatch(/^[A-Z][a-z]{1,9}$/);
    for (const { email } of rowsOf(part, 'account'))
      expect(String(email)).toMatch(/^[a-z]+@[a-z]+\.followon\.test$/);
  });

  test('says nothing of a condition, a hospital or a real place anywhere', () => {
    const words =
      /pain|back\b|arthrit|fibro|spine|clinic\b|hospital|nhs|trust|bristol|avon\b|cardiff|swansea|dartmoor|london|ward\b/i;
    const shown = (['site', 'programme', 'follow_on_group', 'member', 'account'] as const).flatMap((table) =>
      rowsOf(at('2026-06-14'), table).map((row) => String(row.name ?? row.display_name)),
    );
    expect(shown.filter((text) => words.test(text))).toEqual([]);
    const places = shown.filter((text) => siteNames.some((site) => text === site));
    expect(places).toHaveLength(siteNames.length);
  });

  test.each(days)(
    'names its programmes by season and year, each differently within its site, on %s',
    (day) => {
      const programmes = rowsOf(at(day), 'programme');
      for (const { name } of programmes) {
        expect(name).toMatch(/^(Winter|Spring|Summer|Autumn) ((evening|morning|online) )?programme \d{4}$/);
      }
      expect(new Set(programmes.map(({ site_id, name }) => [site_id, name].join(' '))).size).toBe(
        programmes.length,
      );
      expect(londonDate(new Date(`${day}T09:30:00Z`))).toBe(day);
    },
  );
});
