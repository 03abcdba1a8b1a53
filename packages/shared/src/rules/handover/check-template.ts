import type { SiteChanges } from './site-changes-schema.js';
import { changedTasks } from './site-changes.js';
import type { TaskTemplate } from './task.js';
import { dayOf } from './templates/of-route.js';
import { waitingInACircle } from './waiting-in-a-circle.js';

/** The earliest and the latest day of a task, from its anchor: about four months before, a year after. */
export const OFFSET_RANGE = { from: -120, to: 365 } as const;

/** Not even where nothing is signed off: nobody's details are shared unasked, and groups that have a date are the ones that meet. */
const ON_EVERY_LIST: readonly string[] = ['consent_contacts', 'first_date_fixed'];

/** A site may leave out only what no sign-off waits for: otherwise a handover could be signed off without it. */
export const mustStay = ({ key, blocking }: Pick<TaskTemplate, 'key' | 'blocking'>): boolean =>
  blocking || ON_EVERY_LIST.includes(key);

/** Something that does not hold. `key`: the task; `where`: the place in the changes that brought it about. */
export type TemplateFinding = { readonly key: string; readonly where: string } & (
  | { readonly code: 'must-stay' }
  | { readonly code: 'unknown-key' }
  | { readonly code: 'doubled-key' }
  | { readonly code: 'cycle'; readonly circle: readonly string[] }
  | { readonly code: 'before-its-turn'; readonly waitsFor: string; readonly days: number }
  | { readonly code: 'out-of-range'; readonly days: number }
);

type Checked = { readonly shipped: readonly TaskTemplate[]; readonly changes: SiteChanges };

/** Everything that keeps a site's changes of a shipped list from being a list that people can work through. */
export function checkTemplate(checked: Checked): TemplateFinding[] {
  const tasks = changedTasks(checked.shipped, checked.changes);
  return [
    ...missing(checked),
    ...unknownKeys(checked),
    ...doubledKeys(checked),
    ...outOfRange(checked, tasks),
    ...circles(checked, tasks),
    ...beforeTheirTurn(checked, tasks),
  ];
}

function missing({ shipped, changes }: Checked): TemplateFinding[] {
  return changes.drop.flatMap((key, index) =>
    shipped.some((task) => task.key === key && mustStay(task))
      ? [{ code: 'must-stay' as const, key, where: `drop.${index}` }]
      : [],
  );
}

function unknownKeys({ shipped, changes }: Checked): TemplateFinding[] {
  const known = new Set(shipped.map(({ key }) => key));
  const all = new Set([...known, ...changes.add.map(({ key }) => key)]);
  const said = [
    ...changes.drop.map((key, index) => ({ key, where: `drop.${index}` })),
    ...Object.keys(changes.reword).map((key) => ({ key, where: `reword.${key}` })),
    ...Object.keys(changes.shift).map((key) => ({ key, where: `shift.${key}` })),
  ].filter(({ key }) => !known.has(key));
  const waited = changes.add.flatMap(({ after }, index) =>
    after.map((key) => ({ key, where: `add.${index}.after` })).filter(({ key }) => !all.has(key)),
  );
  return [...said, ...waited].map((found) => ({ code: 'unknown-key' as const, ...found }));
}

function doubledKeys({ shipped, changes }: Checked): TemplateFinding[] {
  const seen = new Set(shipped.map(({ key }) => key));
  return changes.add.flatMap(({ key }, index) => {
    const doubled = seen.has(key);
    seen.add(key);
    return doubled ? [{ code: 'doubled-key' as const, key, where: `add.${index}.key` }] : [];
  });
}

function outOfRange(checked: Checked, tasks: readonly TaskTemplate[]): TemplateFinding[] {
  return tasks
    .filter(({ dueOffsetDays: days }) => days < OFFSET_RANGE.from || days > OFFSET_RANGE.to)
    .map(({ key, dueOffsetDays: days }) => ({
      ...{ code: 'out-of-range', key, days },
      where: placeOf(key, checked, 'dueOffsetDays'),
    }));
}

function circles(checked: Checked, tasks: readonly TaskTemplate[]): TemplateFinding[] {
  return waitingInACircle(tasks).map((circle) => {
    const key = circle[0] ?? '';
    return { code: 'cycle', key, circle, where: placeOf(key, checked, 'after') };
  });
}

function beforeTheirTurn(checked: Checked, tasks: readonly TaskTemplate[]): TemplateFinding[] {
  return tasks.flatMap((task) => {
    const first = tasks.filter(({ key }) => task.after?.includes(key));
    const later = first.filter((other) => dayOf(other) > dayOf(task));
    return later.map((other) => ({
      ...{ code: 'before-its-turn' as const, key: task.key, waitsFor: other.key, days: dayOf(other) },
      where: placeOf(touchedOf([task.key, other.key], checked.changes), checked, 'dueOffsetDays'),
    }));
  });
}

/** The one that the site had a hand in, so that a finding leads to something that can be mended. */
function touchedOf(keys: readonly [string, string], { add, shift }: SiteChanges): string {
  return keys.find((key) => key in shift || add.some((task) => task.key === key)) ?? keys[0];
}

function placeOf(key: string, { changes }: Checked, part: 'after' | 'dueOffsetDays'): string {
  const own = changes.add.findIndex((task) => task.key === key);
  return own >= 0 ? `add.${own}.${part}` : `shift.${key}`;
}
