import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { GroupState } from '../alert/episode.js';
import { addDays, daysBetween } from '../calendar/civil-date.js';
import { hasClock, nextSuccessionStep, SUCCESSION_DAYS } from './succession.js';
import type { SuccessionStage } from './succession.js';

/** A group as the model knows it: who said yes, whose account is off, and the search. */
interface Group {
  state: GroupState;
  contacts: Map<string, { disabled: boolean }>;
  others: number;
  hadOne: boolean;
  offers: Set<string>;
  search: { stage: SuccessionStage; actBy: string } | undefined;
  /** Days on which somebody looks whether the time is up. */
  clock: Set<string>;
  told: { on: string; stage: SuccessionStage }[];
  today: string;
}

const ACTS = [
  'form',
  'import',
  'offer',
  'accept',
  'decline',
  'step-down',
  'leave',
  'disable',
  'enable',
  'rest',
  'resume',
  'close',
  'restart',
  'pass',
  'replay',
] as const;
type Act = { readonly act: (typeof ACTS)[number]; readonly who: string; readonly days: number };

const anAct: fc.Arbitrary<Act> = fc.record({
  act: fc.constantFrom(...ACTS),
  who: fc.constantFrom('a', 'b', 'c'),
  days: fc.integer({ min: 1, max: 40 }),
});

const ENDED = ['closed', 'closed-well', 'merged'];
const isOver = ({ state }: Group) => ENDED.includes(state);

const does: { readonly [A in Act['act']]: (group: Group, act: Act) => string | undefined } = {
  form: () => undefined,
  import: () => undefined,
  offer: (group, { who }) => void group.offers.add(who),
  accept: (group, { who }) => {
    if (isOver(group) || !group.offers.delete(who)) return;
    group.contacts.set(who, { disabled: false });
    group.hadOne = true;
  },
  decline: (group, { who }) => void group.offers.delete(who),
  'step-down': (group, { who }) => void group.contacts.delete(who),
  leave: (group, { who }) => void group.contacts.delete(who),
  disable: (group, { who }) => able(group, who, true),
  enable: (group, { who }) => able(group, who, false),
  rest: (group) => {
    if (!isOver(group)) group.state = 'resting';
  },
  resume: (group) => {
    if (group.state !== 'resting') return;
    group.state = 'meeting';
    return group.today;
  },
  close: (group) => void (group.state = 'closed-well'),
  restart: (group) => {
    if (isOver(group) || group.state === 'resting') group.state = 'forming';
  },
  pass: () => undefined,
  replay: () => undefined,
};

function able(group: Group, who: string, disabled: boolean): undefined {
  const held = group.contacts.get(who);
  if (held) held.disabled = disabled;
  return undefined;
}

/** The rule is asked and its answer carried out, as the worker does after every event and every morning. */
function look(group: Group, resumedOn?: string): void {
  const { state: groupState, contacts, hadOne, others, search: open, today } = group;
  const reachable = [...contacts.values()].filter(({ disabled }) => !disabled).length;
  const facts = { groupState, contacts: reachable, hadOne, others, hasLead: true, open, today };
  const step = nextSuccessionStep({ ...facts, ...(resumedOn === undefined ? {} : { resumedOn }) });
  if (step.do === 'nothing') return;
  if (step.do === 'close') {
    group.search = undefined;
    return;
  }
  const stage = step.do === 'open' ? step.stage : step.do === 'escalate' ? step.to : open?.stage;
  if (!stage) throw new Error(`${step.do} needs an open search`);
  group.search = { stage, actBy: step.actBy };
  group.clock.add(addDays(step.actBy, 1));
  if (step.do !== 'go-on') group.told.push({ on: today, stage });
}

/** Each morning: the days that were armed, and the look for what no event announces. */
function liveThrough(group: Group, days: number): void {
  for (let n = 0; n < days; n += 1) {
    group.today = addDays(group.today, 1);
    group.clock.delete(group.today);
    look(group);
  }
}

function check(group: Group): void {
  const isHeld = [...group.contacts.values()].some(({ disabled }) => !disabled);
  if (!hasClock(group.state)) return;
  if (isHeld) {
    expect(group.search).toBeUndefined();
    return;
  }
  expect(group.search).toBeDefined();
  const { stage, actBy } = group.search as NonNullable<Group['search']>;
  expect(actBy >= group.today).toBe(true);
  expect(daysBetween(group.today, actBy)).toBeLessThanOrEqual(SUCCESSION_DAYS[stage]);
  expect(group.clock).toContain(addDays(actBy, 1));
}

const aGroup = (others: number): Group => ({
  ...{ state: 'forming', contacts: new Map(), others, hadOne: false, offers: new Set() },
  ...{ search: undefined, clock: new Set(), told: [], today: '2026-01-05' },
});

function live(acts: readonly Act[], others: number): Group {
  const group = aGroup(others);
  look(group);
  check(group);
  for (const act of acts) {
    const resumedOn = does[act.act](group, act);
    look(group, resumedOn);
    if (act.act === 'pass') liveThrough(group, act.days);
    if (act.act === 'replay') for (let n = 0; n < 3; n += 1) look(group, addDays(group.today, -act.days));
    check(group);
  }
  return group;
}

test('no active group is ever without a contact person or an open search with a clock', () => {
  const lives = fc.tuple(fc.array(anAct, { maxLength: 60 }), fc.integer({ min: 0, max: 2 }));
  fc.assert(
    fc.property(lives, ([acts, others]) => void live(acts, others)),
    { numRuns: 3000 },
  );
});

test('what is heard again changes nothing, and tells nobody again', () => {
  fc.assert(
    fc.property(fc.array(anAct, { maxLength: 40 }), (acts) => {
      const group = live(acts, 1);
      const before = { search: group.search, told: group.told.length };
      for (let n = 0; n < 5; n += 1) look(group);
      expect({ search: group.search, told: group.told.length }).toEqual(before);
    }),
    { numRuns: 1000 },
  );
});

test('nobody is told twice on one day, nor the next before the last has had their time', () => {
  fc.assert(
    fc.property(fc.array(anAct, { maxLength: 40 }), (acts) => {
      const group = aGroup(1);
      look(group);
      for (const act of acts.filter(({ act: name }) => name === 'pass')) liveThrough(group, act.days);
      const gaps = group.told.slice(1).map(({ on }, n) => daysBetween(group.told[n]?.on ?? on, on));
      const waited = group.told.slice(0, -1).map(({ stage }) => SUCCESSION_DAYS[stage] + 1);
      expect(gaps).toEqual(waited);
    }),
    { numRuns: 300 },
  );
});
