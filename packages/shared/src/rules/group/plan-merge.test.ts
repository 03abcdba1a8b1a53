import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PlannedMember, PlannedRole, Side } from './plan-merge.js';
import { planMerge } from './plan-merge.js';
import { planUndo } from './undo-merge.js';

const person = fc.record({
  accountId: fc.option(fc.constantFrom('ann', 'bob', 'cat'), { nil: null }),
  reference: fc.option(fc.constantFrom('r1', 'r2', 'r3'), { nil: null }),
  leftOn: fc.option(fc.constant('2026-01-01'), { nil: null, freq: 3 }),
});
/** A group as the database allows one: an account or a reference once, a role once for each holder. */
const side = (prefix: string): fc.Arbitrary<Side> =>
  fc
    .record({
      people: fc.array(person, { maxLength: 6 }),
      roles: fc.array(
        fc.record({
          kind: fc.constantFrom('contact', 'host', 'ptv'),
          accountId: fc.option(fc.constantFrom('ann', 'bob', 'cat'), { nil: null }),
          at: fc.nat(5),
        }),
        { maxLength: 6 },
      ),
    })
    .map(({ people, roles }) => {
      const members: PlannedMember[] = people
        .filter(
          (one, n) =>
            people.findIndex((o) => o.accountId === one.accountId && o.accountId !== null) in
            { [n]: 1, [-1]: 1 },
        )
        .filter(
          (one, n, all) =>
            one.reference === null || all.findIndex((o) => o.reference === one.reference) === n,
        )
        .map((one, n) => ({ id: `${prefix}m${n}`, ...one }));
      const present = members.filter(({ leftOn }) => leftOn === null);
      const held: PlannedRole[] = roles
        .map(({ kind, accountId, at }, n) => ({
          ...{ id: `${prefix}r${n}`, kind, accountId },
          memberId: accountId === null ? (present[at % Math.max(present.length, 1)]?.id ?? null) : null,
        }))
        .filter(({ accountId, memberId }) => accountId !== null || memberId !== null);
      const known = new Set<string>();
      return {
        members,
        roles: held.filter((role) => !known.has(holder(role, members)) && known.add(holder(role, members))),
      };
    });
const holder = (
  { kind, accountId, memberId }: Omit<PlannedRole, 'id'>,
  members: readonly PlannedMember[],
): string => `${kind}/${accountId ?? members.find(({ id }) => id === memberId)?.accountId ?? memberId ?? ''}`;

let made = 0;
const newId = () => `new${(made += 1)}`;
const two = { from: side('f'), into: side('i') };

/** The joint group after a plan: what the database holds then. */
function joint(from: Side, into: Side, plan: ReturnType<typeof planMerge>): Side {
  const came = plan.joining.map(({ from: id, to }) => ({
    ...(from.members.find((m) => m.id === id) as PlannedMember),
    id: to,
  }));
  const back = new Set(plan.returning.map(({ to }) => to));
  return {
    members: [...into.members.map((m) => (back.has(m.id) ? { ...m, leftOn: null } : m)), ...came],
    roles: [...into.roles, ...plan.roles.flatMap(({ give }) => (give ? [give] : []))],
  };
}

test('everybody who was in the first group is in the joint one, once', () => {
  fc.assert(
    fc.property(fc.record(two), ({ from, into }) => {
      const plan = planMerge(from, into, newId);
      const moved = [...plan.joining, ...plan.returning, ...plan.both].map((m) => m.from).sort();
      expect(moved).toEqual(
        from.members
          .filter(({ leftOn }) => leftOn === null)
          .map(({ id }) => id)
          .sort(),
      );
      const { members } = joint(from, into, plan);
      const references = members.map(({ reference }) => reference).filter((r) => r !== null);
      expect(new Set(references).size).toBe(references.length);
    }),
  );
});

test('nobody holds a role twice, and every role of the first group is held by the same person', () => {
  fc.assert(
    fc.property(fc.record(two), ({ from, into }) => {
      const plan = planMerge(from, into, newId);
      const after = joint(from, into, plan);
      const holders = after.roles.map((role) => holder(role, after.members));
      expect(new Set(holders).size).toBe(holders.length);
      expect(plan.roles.map((role) => role.from)).toEqual(from.roles.map(({ id }) => id));
      for (const role of from.roles.filter(({ accountId }) => accountId !== null))
        expect(holders).toContain(`${role.kind}/${role.accountId}`);
    }),
  );
});

test('parting at once leaves the second group as it was, and the first has all its roles', () => {
  fc.assert(
    fc.property(fc.record(two), ({ from, into }) => {
      const plan = planMerge(from, into, newId);
      const roles = plan.roles.map((role) => ({ from: role.from, to: role.give?.id ?? null }));
      const moved = { joining: [...plan.joining], returning: [...plan.returning], roles };
      const undo = planUndo(moved, joint(from, into, plan));
      const stay = joint(from, into, plan).roles.filter(({ id }) => !undo.end.includes(id));
      expect(stay).toEqual(into.roles);
      expect([...undo.goOn].sort()).toEqual(from.roles.map(({ id }) => id).sort());
      expect(undo.gone).toEqual([]);
      const left = new Set([...undo.leave, ...undo.leaveAgain.map(({ id }) => id)]);
      const present = joint(from, into, plan).members.filter((m) => m.leftOn === null && !left.has(m.id));
      expect(present).toEqual(into.members.filter(({ leftOn }) => leftOn === null));
    }),
  );
});

test('whoever stepped down or left meanwhile is not brought back', () => {
  const moved = {
    joining: [
      { from: 'a', to: 'a2' },
      { from: 'b', to: 'b2' },
    ],
    returning: [],
    roles: [
      { from: 'r', to: 'r2' },
      { from: 's', to: 's2' },
    ],
  };
  const gone = { accountId: null, reference: null };
  const now: Side = {
    members: [
      { id: 'a2', ...gone, leftOn: null },
      { id: 'b2', ...gone, leftOn: '2026-05-01' },
    ],
    roles: [{ id: 'r2', kind: 'host', accountId: null, memberId: 'a2' }],
  };
  expect(planUndo(moved, now)).toMatchObject({ end: ['r2'], goOn: ['r'], leave: ['a2'], gone: ['b'] });
});
