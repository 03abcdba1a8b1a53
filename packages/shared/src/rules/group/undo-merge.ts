import type { Moved, Side } from './plan-merge.js';

export type UndoPlan = {
  /** Roles in the joint group that end. */
  readonly end: readonly string[];
  /** Roles of the first group that go on. */
  readonly goOn: readonly string[];
  /** Members of the joint group who belong to the first one only. */
  readonly leave: readonly string[];
  readonly leaveAgain: readonly { readonly id: string; readonly leftOn: string }[];
  /** Members of the first group who left meanwhile: they said goodbye, and are not brought back. */
  readonly gone: readonly string[];
};

/**
 * What goes back when two groups part again. What happened since stays with the joint group: a role that somebody took
 * there, and the goodbye of whoever stepped down or left, which holds for the first group too.
 * @param joint the joint group's members, and the roles held in it now
 */
export function planUndo(moved: Pick<Moved, 'joining' | 'returning' | 'roles'>, joint: Side): UndoPlan {
  const held = new Set(joint.roles.map(({ id }) => id));
  const present = new Set(joint.members.filter(({ leftOn }) => leftOn === null).map(({ id }) => id));
  const came = [...moved.joining, ...moved.returning];
  const gone = came.filter(({ to }) => !present.has(to)).map(({ from }) => from);
  return {
    end: moved.roles.flatMap(({ to }) => (to !== null && held.has(to) ? [to] : [])),
    goOn: moved.roles.filter(({ to }) => to === null || held.has(to)).map(({ from }) => from),
    leave: moved.joining.filter(({ to }) => present.has(to)).map(({ to }) => to),
    leaveAgain: moved.returning
      .filter(({ to }) => present.has(to))
      .map(({ to, leftOn }) => ({ id: to, leftOn })),
    gone,
  };
}
