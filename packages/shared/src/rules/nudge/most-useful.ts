/** A task as a message of the day may name it. */
interface Nameable {
  readonly dueOn: string;
  /** Nobody has it just now. */
  readonly aside: boolean;
}

/**
 * Which of many tasks a message names, in the order in which they were given: today's first, then what nobody has, then what
 * is late, the freshest first (what is long late was told before), and what is only coming up last.
 */
export function mostUseful<T extends Nameable>(tasks: readonly T[], today: string, most: number): T[] {
  const byUse = [...tasks].sort((a, b) => rank(a, today) - rank(b, today) || byDay(a, b, today));
  const named = new Set(byUse.slice(0, most));
  return tasks.filter((task) => named.has(task));
}

function rank({ dueOn, aside }: Nameable, today: string): number {
  if (dueOn === today) return 0;
  if (aside) return 1;
  return dueOn < today ? 2 : 3;
}

function byDay(a: Nameable, b: Nameable, today: string): number {
  const earlier = a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn);
  return a.dueOn < today ? -earlier : earlier;
}
