import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/civil-date.js';
import { diffTemplate, isSame } from './diff-template.js';
import { planHandover } from './plan-handover.js';
import { rebuild } from './rebuild.js';
import type { BuiltTask } from './rebuild.js';
import { routes } from './routes.js';
import { listFor, noChanges } from './site-changes.js';
import type { SiteChanges } from './site-changes-schema.js';
import type { TaskTemplate } from './task.js';
import { isSettled, taskStates } from './task-states.js';

const lastSessionOn = '2026-12-03';
const country = 'england';

const standingOf = (tasks: readonly TaskTemplate[], openedOn = '2026-11-05'): BuiltTask[] =>
  planHandover({ tasks, openedOn, lastSessionOn, country }).map((task) => ({
    ...task,
    id: `id-${task.key}`,
    state: 'open',
  }));

/** What the worker writes, in memory. */
function after(standing: readonly BuiltTask[], built: ReturnType<typeof rebuild>): BuiltTask[] {
  const gone = new Set(built.go.map(({ id }) => id));
  const changed = new Map(built.change.map((change) => [change.from.id, change]));
  const placed = new Map(built.place.map(({ id, position }) => [id, position]));
  const kept = standing
    .filter(({ id }) => !gone.has(id))
    .map((task) => {
      const change = changed.get(task.id);
      const position = placed.get(task.id) ?? task.position;
      return { ...task, ...change?.to, ...(change && { dueOn: change.dueOn }), position };
    });
  const come = built.come.map((task) => ({ ...task, id: `id-${task.key}`, state: 'open' as const }));
  return [...kept, ...come].sort((one, other) => one.position - other.position);
}

const nothing = { go: [], come: [], change: [], place: [] };

describe('a running list that is built anew', () => {
  const base = standingOf(listFor('new'));
  const ticked = base.map((task) =>
    ['assign_ptv', 'interest_poll', 'venue_option'].includes(task.key)
      ? { ...task, state: 'done' as const }
      : task,
  );

  test('keeps what is done, loses what does not belong and gets what is new', () => {
    const built = rebuild({
      standing: ticked,
      wanted: listFor('buddy'),
      today: '2026-11-20',
      lastSessionOn,
      country,
    });
    const keys = after(ticked, built).map(({ key }) => key);
    expect(keys).toEqual([
      ...['assign_ptv', 'interest_poll', 'venue_option'],
      ...['consent_contacts', 'safety_card', 'handover_done', 'ask_with_next'],
    ]);
  });

  test('gives another owner, other words and another day to what goes on in another way', () => {
    const built = rebuild({
      standing: base,
      wanted: listFor('join'),
      today: '2026-11-06',
      lastSessionOn,
      country,
    });
    const call = built.change.find(({ from }) => from.key === 'ptv_call_1');
    expect(call).toMatchObject({
      from: { dueOn: '2027-01-07' },
      to: { title: 'Ring the people who visited' },
      dueOn: '2027-01-07',
    });
    const date = built.change.find(({ from }) => from.key === 'first_date_fixed');
    expect(date?.to).toMatchObject({ ownerRole: 'volunteer', closedBy: 'person' });
    expect(built.change.map(({ from }) => from.key)).not.toContain('safety_card');
  });

  test('asks for what should have been done already on the next working day', () => {
    const built = rebuild({
      standing: base,
      wanted: listFor('online'),
      today: '2026-12-01',
      lastSessionOn,
      country,
    });
    expect(built.come.map(({ key, dueOn, doNow }) => ({ key, dueOn, doNow }))).toEqual([
      { key: 'online_room', dueOn: '2026-12-02', doNow: true },
      { key: 'fallback_phone', dueOn: '2026-12-02', doNow: true },
      { key: 'tech_rehearsal', dueOn: '2026-12-02', doNow: true },
    ]);
  });

  const someList = fc
    .record({
      route: fc.constantFrom(...routes),
      withoutPtv: fc.boolean(),
      drop: fc.subarray(['needs_check', 'ptv_visit', 'review_90', 'support_plan']),
      shift: fc.constantFrom({}, { ptv_visit: -30 }, { ptv_visit: 2, review_90: 60 }),
      reword: fc.constantFrom({}, { safety_card: { title: 'Hand out the card' } }),
    })
    .map(({ route, withoutPtv, ...changes }) =>
      listFor(route, { ...noChanges, ...(changes as Partial<SiteChanges>) }, { withoutPtv }),
    );
  const someDay = fc.integer({ min: -40, max: 120 }).map((days) => addDays(lastSessionOn, days));
  const someStates = fc.array(fc.constantFrom(...taskStates), { minLength: 40, maxLength: 40 });
  const aRun = fc.record({ first: someList, wanted: someList, today: someDay, states: someStates });

  const runOf = ({
    first,
    states,
  }: {
    first: readonly TaskTemplate[];
    states: readonly BuiltTask['state'][];
  }) => standingOf(first).map((task, index) => ({ ...task, state: states[index] ?? 'open' }));

  test('asked twice, changes nothing the second time', () => {
    fc.assert(
      fc.property(aRun, ({ wanted, today, ...run }) => {
        const once = after(
          runOf(run),
          rebuild({ standing: runOf(run), wanted, today, lastSessionOn, country }),
        );
        expect(rebuild({ standing: once, wanted, today, lastSessionOn, country })).toEqual(nothing);
      }),
    );
  });

  test('whatever it was before, settled tasks stay as they were and the undone ones are those wanted', () => {
    fc.assert(
      fc.property(aRun, ({ wanted, today, ...run }) => {
        const before = runOf(run);
        const then = after(before, rebuild({ standing: before, wanted, today, lastSessionOn, country }));
        const settled = before.filter(({ state }) => isSettled(state));
        for (const { position: _, ...task } of settled)
          expect(then.find(({ key }) => key === task.key)).toMatchObject(task);
        const known = new Set([...settled, ...wanted].map(({ key }) => key));
        expect(new Set(then.map(({ key }) => key))).toEqual(known);
        expect(new Set(then.map(({ position }) => position)).size).toBe(then.length);
        expect(isSame(diffTemplate(then, wanted))).toBe(true);
      }),
    );
  });

  test('nothing that comes or moves is due on a day that has passed, unless it was late before', () => {
    fc.assert(
      fc.property(aRun, ({ wanted, today, ...run }) => {
        const built = rebuild({ standing: runOf(run), wanted, today, lastSessionOn, country });
        for (const { dueOn } of built.come) expect(dueOn >= today).toBe(true);
        for (const { from, dueOn } of built.change) expect(dueOn >= today || dueOn === from.dueOn).toBe(true);
      }),
    );
  });
});

describe('what a newer list would change', () => {
  const running = standingOf(listFor('new')).map((task) =>
    task.key === 'leaflets_given' ? { ...task, state: 'done' as const } : task,
  );

  test('is told by kind, and what is done is left out', () => {
    const wanted = listFor('new', {
      drop: ['needs_check', 'leaflets_given'],
      add: [
        {
          ...{ key: 'site_tea', title: 'Bring tea', why: 'Tea helps.', doneWhen: 'There is tea.' },
          ...{ ownerRole: 'contact', anchor: 'last-session', dueOffsetDays: 0, blocking: false, after: [] },
        },
      ],
      reword: { ptv_visit: { title: 'Come and say hello' } },
      shift: { review_90: 100 },
    });
    const { added, dropped, reworded, moved, regiven, settled } = diffTemplate(running, wanted);
    expect(added.map(({ key }) => key)).toEqual(['site_tea']);
    expect(dropped.map(({ key }) => key)).toEqual(['needs_check']);
    expect(reworded.map(({ to }) => to.title)).toEqual(['Come and say hello']);
    expect(moved.map(({ from, to }) => [from.dueOffsetDays, to.dueOffsetDays])).toEqual([[90, 100]]);
    expect([regiven, settled]).toEqual([[], 1]);
  });

  test('is nothing when the list is the same', () => {
    expect(isSame(diffTemplate(running, listFor('new')))).toBe(true);
  });

  test('tells whose a task becomes', () => {
    const { regiven } = diffTemplate(running, listFor('new', noChanges, { withoutPtv: true }));
    expect(regiven.map(({ to }) => [to.key, to.ownerRole])).toContainEqual(['choose_route', 'clinician']);
  });
});
