import { z } from 'zod';

type RoleKind = 'contact' | 'host' | 'ptv';

export type PlannedMember = {
  readonly id: string;
  readonly accountId: string | null;
  /** Known only from an imported register, by a keyed hash in hex. */
  readonly reference: string | null;
  readonly leftOn: string | null;
};
export type PlannedRole = {
  readonly id: string;
  readonly kind: RoleKind;
  readonly accountId: string | null;
  readonly memberId: string | null;
};
export type Side = {
  readonly members: readonly PlannedMember[];
  /** Those held now. */
  readonly roles: readonly PlannedRole[];
};

export type MergePlan = {
  /** People who become members of the other group, with the id that they get there. */
  readonly joining: readonly { readonly from: string; readonly to: string }[];
  /** People who had left the other group and come back to it. */
  readonly returning: readonly { readonly from: string; readonly to: string; readonly leftOn: string }[];
  /** People who were members of both. */
  readonly both: readonly { readonly from: string; readonly to: string }[];
  /** Each role of the first group that ends; `to`: the role in the other group, new unless the person had it there. */
  readonly roles: readonly {
    readonly from: string;
    readonly give?: {
      readonly id: string;
      readonly kind: RoleKind;
      readonly accountId: string | null;
      readonly memberId: string | null;
    };
  }[];
};

/**
 * What becomes of the people of a group that goes on in another one. Nobody is a member twice and nobody holds a role
 * twice: the same account, or the same reference of a register, is the same person.
 */
export function planMerge(from: Side, into: Side, newId: () => string): MergePlan {
  const joining: MergePlan['joining'][number][] = [];
  const returning: MergePlan['returning'][number][] = [];
  const both: MergePlan['both'][number][] = [];
  for (const member of from.members.filter(({ leftOn }) => leftOn === null)) {
    const there = into.members.filter((other) => isSamePerson(member, other));
    const present = there.find(({ leftOn }) => leftOn === null);
    const gone = there.find(({ reference }) => reference !== null && reference === member.reference);
    if (present) both.push({ from: member.id, to: present.id });
    else if (gone) returning.push({ from: member.id, to: gone.id, leftOn: gone.leftOn ?? '' });
    else joining.push({ from: member.id, to: newId() });
  }
  const idThere = new Map([...joining, ...returning, ...both].map(({ from: id, to }) => [id, to]));
  return { joining, returning, both, roles: planRoles(from, into, { idThere, newId }) };
}

function planRoles(
  from: Side,
  into: Side,
  { idThere, newId }: { readonly idThere: ReadonlyMap<string, string>; readonly newId: () => string },
): MergePlan['roles'] {
  const known = [...from.members, ...into.members];
  const held = new Set(into.roles.map((role) => holding(role, [role.memberId], known)));
  return from.roles.map((role) => {
    const memberId = role.memberId === null ? null : (idThere.get(role.memberId) ?? null);
    // Somebody who has left the group holds nothing in the next one either.
    if (role.memberId !== null && memberId === null) return { from: role.id };
    const key = holding(role, [memberId, role.memberId], known);
    if (held.has(key)) return { from: role.id };
    held.add(key);
    return { from: role.id, give: { id: newId(), kind: role.kind, accountId: role.accountId, memberId } };
  });
}

/**
 * The role and who holds it: by account where either group knows one, for a person may hold it as a member or with an account.
 * @param as the person's member ids, that of the joint group first
 */
function holding(
  { kind, accountId }: Pick<PlannedRole, 'kind' | 'accountId'>,
  as: readonly (string | null)[],
  known: readonly PlannedMember[],
): string {
  const accounts = as.map((memberId) => known.find(({ id }) => id === memberId)?.accountId);
  const account = accountId ?? accounts.find((one) => one);
  return `${kind}/${account ?? as[0] ?? ''}`;
}

const isSamePerson = (one: PlannedMember, other: PlannedMember): boolean =>
  (one.accountId !== null && one.accountId === other.accountId) ||
  (one.reference !== null && one.reference === other.reference);

const id = z.uuid();

/** `group_merge.moved`: by id what a merge moved, so that it can go back. Registers are not here: they stay where they are. */
export const Moved = z.object({
  fromState: z.enum(['forming', 'meeting', 'unknown', 'resting']),
  /** The other group's name before, and the one it was given. */
  intoName: z.string(),
  /** The end that the first group had announced. */
  closing: z
    .object({ on: z.iso.date(), how: z.enum(['closed-well', 'closed']) })
    .nullable()
    .default(null),
  joining: z.array(z.object({ from: id, to: id })),
  returning: z.array(z.object({ from: id, to: id, leftOn: z.iso.date() })),
  roles: z.array(z.object({ from: id, to: id.nullable() })),
  handovers: z.array(id),
  /** Lists of the first group that ended with it. */
  putAway: z.array(id),
  /** Dates to come that the other group took over. */
  dates: z.array(id),
  /** Dates to come on which the other group meets anyway. */
  dropped: z.array(z.object({ id, on: z.iso.date(), because: z.literal('meets-that-day') })),
});
export type Moved = z.infer<typeof Moved>;
