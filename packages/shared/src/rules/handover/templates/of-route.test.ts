import { describe, expect, test } from '@jest/globals';
import { routes } from '../routes.js';
import type { Route } from '../routes.js';
import { dayOf, templateOf } from './of-route.js';
import { shippedLists, shippedTask } from './shipped.js';

const keysOf = (route: Route, options = {}) => templateOf(route, options).map(({ key }) => key);
const taskOf = (route: Route, key: string) => templateOf(route).find((task) => task.key === key);
const without = (keys: readonly string[], gone: readonly string[]) =>
  keys.filter((key) => !gone.includes(key));
const base = keysOf('new');

/** What each route brings and drops, as the product description has it. */
const differences: Readonly<Record<Route, { readonly adds: string[]; readonly drops: string[] }>> = {
  new: { adds: [], drops: [] },
  online: { adds: ['online_room', 'fallback_phone', 'tech_rehearsal'], drops: ['venue_option'] },
  hybrid: {
    adds: ['online_room', 'fallback_phone', 'tech_rehearsal', 'room_kit', 'online_host', 'if_link_fails'],
    drops: [],
  },
  join: {
    adds: ['host_agrees', 'greeters_named', 'visit_in_pairs', 'second_visit'],
    drops: ['reminder_first', 'first_meeting'],
  },
  merge: {
    adds: ['ptvs_for_both', 'joint_meeting', 'consent_joint', 'new_name', 'both_sign', 'no_partner'],
    drops: ['consent_contacts'],
  },
  buddy: {
    adds: ['ask_with_next'],
    drops: without(base, ['consent_contacts', 'safety_card', 'handover_done']),
  },
  none: { adds: ['ask_once_more'], drops: base },
  restart: {
    adds: [],
    drops: without(base, [
      ...['venue_option', 'consent_contacts', 'roles_agreed', 'first_date_fixed', 'working_agreement'],
    ]),
  },
};

const blocking: Readonly<Record<Route, string>> = {
  new: 'assign_ptv needs_check interest_poll choose_route consent_contacts roles_agreed first_date_fixed safety_card handover_done',
  online:
    'assign_ptv needs_check interest_poll choose_route consent_contacts roles_agreed first_date_fixed safety_card handover_done',
  hybrid:
    'assign_ptv needs_check interest_poll choose_route consent_contacts roles_agreed first_date_fixed safety_card handover_done',
  join: 'assign_ptv needs_check interest_poll choose_route host_agrees consent_contacts roles_agreed first_date_fixed safety_card handover_done',
  merge:
    'assign_ptv needs_check interest_poll choose_route roles_agreed first_date_fixed safety_card consent_joint both_sign handover_done',
  buddy: 'consent_contacts safety_card handover_done',
  none: '',
  restart: '',
};

describe.each(routes)('the list of the route "%s"', (route) => {
  const tasks = templateOf(route);

  test('differs from the base list by exactly these tasks', () => {
    const { adds, drops } = differences[route];
    expect(without(keysOf(route), base).sort()).toEqual([...adds].sort());
    expect(without(base, keysOf(route)).sort()).toEqual([...drops].sort());
  });

  test('holds back a sign-off for exactly these', () => {
    const keys = tasks.filter((task) => task.blocking).map(({ key }) => key);
    expect(keys.join(' ')).toBe(blocking[route]);
  });

  test('stands in the order of its days, and nothing is due before what it waits for', () => {
    const days = tasks.map(dayOf);
    expect(days).toEqual([...days].sort((a, b) => a - b));
    for (const task of tasks)
      for (const key of task.after ?? []) {
        const first = tasks.find((other) => other.key === key);
        expect([task.key, key, first && dayOf(first) <= dayOf(task)]).toEqual([task.key, key, true]);
      }
  });

  test('says in short words what to do, why, and when it is done', () => {
    for (const { key, title, why, doneWhen } of tasks) {
      expect(key).toMatch(/^[a-z][a-z0-9_]{2,39}$/);
      for (const words of [title, why, doneWhen]) expect(words.length).toBeGreaterThan(5);
      expect(title.endsWith('.')).toBe(false);
      for (const sentence of `${why} ${doneWhen}`.split(/[.:] /))
        expect([sentence, sentence.split(' ').length <= 20]).toEqual([sentence, true]);
    }
  });
});

test.each([
  { route: 'online', key: 'tech_rehearsal', dueOffsetDays: -3 },
  { route: 'merge', key: 'no_partner', dueOffsetDays: 42 },
  { route: 'merge', key: 'joint_meeting', dueOffsetDays: -7 },
  { route: 'none', key: 'ask_once_more', dueOffsetDays: 56 },
  { route: 'restart', key: 'first_date_fixed', dueOffsetDays: 14 },
] as const)('on the route "$route" the task $key is due $dueOffsetDays days from the end', (expected) => {
  expect(taskOf(expected.route, expected.key)?.dueOffsetDays).toBe(expected.dueOffsetDays);
});

test('when people join a group, its contact people, date and rules are shown and a person ticks them', () => {
  for (const key of ['roles_agreed', 'first_date_fixed', 'working_agreement'])
    expect(taskOf('join', key)).toMatchObject({
      title: expect.stringMatching(/^Show/),
      ownerRole: 'volunteer',
      closedBy: 'person',
    });
});

test('a group that starts again does all of it by itself', () => {
  expect(new Set(templateOf('restart').map(({ ownerRole }) => ownerRole))).toEqual(new Set(['contact']));
});

describe('without a volunteer', () => {
  test('the clinician plays a story in place of the visit', () => {
    const keys = keysOf('new', { withoutPtv: true });
    expect(without(keys, base)).toEqual(['recorded_story']);
    expect(without(base, keys)).toEqual(['assign_ptv', 'ptv_visit']);
    expect(templateOf('new', { withoutPtv: true }).flatMap(({ after = [] }) => after)).not.toContain(
      'assign_ptv',
    );
  });

  test.each(routes)('nothing on the list of "%s" is left with a volunteer', (route) => {
    const owners = templateOf(route, { withoutPtv: true }).map(({ ownerRole }) => ownerRole);
    expect(owners).not.toContain('volunteer');
  });

  test('a list that has no visit gets no story', () => {
    expect(keysOf('buddy', { withoutPtv: true })).toEqual(keysOf('buddy'));
  });
});

describe('the shipped tasks', () => {
  const all = Object.values(shippedLists).flat();

  test('have keys that mean one task each', () => {
    expect(all.map(({ key }) => key)).toEqual([...new Set(all.map(({ key }) => key))]);
  });

  test('have every task of every route among them, with the same questions', () => {
    for (const task of routes.flatMap((route) => templateOf(route)))
      expect([task.key, shippedTask(task.key)?.asks]).toEqual([task.key, task.asks]);
    expect(shippedTask('nothing_like_it')).toBeUndefined();
  });

  test('wait only for tasks that are shipped', () => {
    for (const task of [...all, ...routes.flatMap((route) => templateOf(route))])
      for (const key of task.after ?? []) expect([task.key, shippedTask(key)?.key]).toEqual([task.key, key]);
  });

  test('ask each question under a key of its own', () => {
    for (const { key, asks = [] } of all) {
      const keys = asks.map((question) => (question.kind === 'day' ? 'day' : question.key));
      expect([key, keys]).toEqual([key, [...new Set(keys)]]);
      for (const name of keys) expect(name).toMatch(/^[a-z0-9-]{1,40}$/);
    }
  });
});
