import type { TemplateChanges, TemplateTaskView } from '@followon/shared/contract/templates';

type OwnTask = TemplateChanges['add'][number];

/** What can be typed about a task. Days are words until they are kept. */
export interface TypedTask {
  readonly title: string;
  readonly why: string;
  readonly doneWhen: string;
  readonly days: string;
  readonly ownerRole: OwnTask['ownerRole'];
  readonly anchor: OwnTask['anchor'];
  readonly blocking: boolean;
  /** The task that has to come first; '' for none. */
  readonly after: string;
}

export const blank: TypedTask = {
  ...{ title: '', why: '', doneWhen: '', days: '0', after: '' },
  ...{ ownerRole: 'volunteer', anchor: 'last-session', blocking: false },
};

export const typedOf = (task: TemplateTaskView): TypedTask => ({
  ...{ title: task.title, why: task.why, doneWhen: task.doneWhen, days: String(task.dueOffsetDays) },
  ...{ ownerRole: task.ownerRole === 'system' ? 'volunteer' : task.ownerRole, anchor: task.anchor },
  ...{ blocking: task.blocking, after: task.after[0] ?? '' },
});

export type TypedField = 'title' | 'why' | 'doneWhen' | 'days';
const WORDS = ['title', 'why', 'doneWhen'] as const;

/** The boxes that need another look. */
export function wrongIn(typed: TypedTask): TypedField[] {
  const empty = WORDS.filter((field) => typed[field].trim() === '');
  return /^[-−]?\d{1,4}$/.test(typed.days.trim()) ? empty : [...empty, 'days'];
}

const daysOf = ({ days }: TypedTask): number => Number(days.trim().replace('−', '-'));

/** A shipped task in the site's way: only what differs from the shipped one is kept. */
export function withChanged(
  changes: TemplateChanges,
  task: TemplateTaskView,
  typed: TypedTask,
): TemplateChanges {
  const { shipped, key } = task;
  if (!shipped) return withOwn(changes, key, typed);
  const words = WORDS.filter((field) => typed[field].trim() !== shipped[field]);
  const isMoved = daysOf(typed) !== shipped.dueOffsetDays;
  const back = withShipped(changes, key);
  return {
    ...back,
    reword: {
      ...back.reword,
      ...(words.length > 0 && {
        [key]: Object.fromEntries(words.map((field) => [field, typed[field].trim()])),
      }),
    },
    shift: { ...back.shift, ...(isMoved && { [key]: daysOf(typed) }) },
  };
}

/** As it was shipped. */
export function withShipped(changes: TemplateChanges, key: string): TemplateChanges {
  const { [key]: _words, ...reword } = changes.reword;
  const { [key]: _days, ...shift } = changes.shift;
  return { ...changes, reword, shift };
}

/** A task of the site's own is gone when it is left out; a shipped one can be put back. */
export const withLeftOut = (changes: TemplateChanges, task: TemplateTaskView): TemplateChanges =>
  task.origin === 'own'
    ? { ...changes, add: changes.add.filter(({ key }) => key !== task.key) }
    : { ...changes, drop: [...changes.drop, task.key] };

export const withPutBack = (changes: TemplateChanges, key: string): TemplateChanges => ({
  ...changes,
  drop: changes.drop.filter((dropped) => dropped !== key),
});

/** @param key of one that is there, or of a new one: see {@link ownKey} */
export function withOwn(changes: TemplateChanges, key: string, typed: TypedTask): TemplateChanges {
  const task: OwnTask = {
    ...{ key, title: typed.title.trim(), why: typed.why.trim(), doneWhen: typed.doneWhen.trim() },
    ...{ ownerRole: typed.ownerRole, anchor: typed.anchor, dueOffsetDays: daysOf(typed) },
    ...{ blocking: typed.blocking, after: typed.after === '' ? [] : [typed.after] },
  };
  const isThere = changes.add.some((own) => own.key === key);
  const add = isThere ? changes.add.map((own) => (own.key === key ? task : own)) : [...changes.add, task];
  return { ...changes, add };
}

/** From its title, with a number where another task has that key. */
export function ownKey(title: string, { add }: TemplateChanges): string {
  const words = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
  const stem = `site_${words.slice(0, 40) || 'task'}`;
  const taken = new Set(add.map(({ key }) => key));
  for (let number = 2; taken.has(stem); number += 1)
    if (!taken.has(`${stem}_${number}`)) return `${stem}_${number}`;
  return stem;
}

export const isSame = (one: TemplateChanges, other: TemplateChanges): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/** How many tasks differ from the shipped list. */
export const countOf = ({ drop, add, reword, shift }: TemplateChanges): number =>
  drop.length + add.length + new Set([...Object.keys(reword), ...Object.keys(shift)]).size;

const sorted = ({ drop, add, reword, shift }: TemplateChanges) => ({
  ...{ drop: drop.toSorted(), add: add.toSorted((one, other) => one.key.localeCompare(other.key)) },
  ...{ reword: Object.entries(reword).toSorted(), shift: Object.entries(shift).toSorted() },
});
