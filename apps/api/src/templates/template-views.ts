import type {
  TemplateFindingView,
  TemplatePreview,
  TemplateTaskView,
} from '@followon/shared/contract/templates';
import type { Country } from '@followon/shared/rules/calendar/country';
import { checkTemplate, mustStay } from '@followon/shared/rules/handover/check-template';
import { finishingOn } from '@followon/shared/rules/handover/finishing';
import { planHandover } from '@followon/shared/rules/handover/plan-handover';
import type { Route } from '@followon/shared/rules/handover/routes';
import { applyChanges } from '@followon/shared/rules/handover/site-changes';
import type { SiteChanges } from '@followon/shared/rules/handover/site-changes-schema';
import type { TaskTemplate } from '@followon/shared/rules/handover/task';
import { templateOf } from '@followon/shared/rules/handover/templates/of-route';
import { sayFinding } from './say-finding.js';

/** Every task of a route for whoever edits its list, also those that the site leaves out. */
export function tasksOf(route: Route, changes: SiteChanges): TemplateTaskView[] {
  const shipped = new Map(templateOf(route).map((task) => [task.key, task]));
  const all = applyChanges(templateOf(route), { ...changes, drop: [] });
  return all.map((task) => taskView(task, shipped.get(task.key), changes));
}

function taskView(
  task: TaskTemplate,
  shipped: TaskTemplate | undefined,
  changes: SiteChanges,
): TemplateTaskView {
  const { key, title, why, doneWhen, ownerRole, anchor, dueOffsetDays, blocking, after = [] } = task;
  return {
    ...{ key, title, why, doneWhen, ownerRole, anchor, dueOffsetDays, blocking, after: [...after] },
    origin: originOf(task, shipped),
    dropped: changes.drop.includes(key),
    mayDrop: !mustStay.includes(key),
    shipped: shipped ? wordsAndDay(shipped) : null,
  };
}

const wordsAndDay = ({ title, why, doneWhen, dueOffsetDays }: TaskTemplate) => ({
  ...{ title, why, doneWhen, dueOffsetDays },
});

function originOf(task: TaskTemplate, shipped: TaskTemplate | undefined): TemplateTaskView['origin'] {
  if (!shipped) return 'own';
  const isSame = JSON.stringify(wordsAndDay(task)) === JSON.stringify(wordsAndDay(shipped));
  return isSame ? 'shipped' : 'changed';
}

/** What does not hold about a site's changes, in plain words; none when they may be saved. */
export function findingsOf(route: Route, changes: SiteChanges): TemplateFindingView[] {
  const shipped = templateOf(route);
  const named = [...applyChanges(shipped, { ...changes, drop: [] })];
  const titleOf = (key: string) => named.find((task) => task.key === key)?.title ?? key;
  return checkTemplate({ shipped, changes }).map((finding) => sayFinding(finding, titleOf));
}

interface Previewed {
  readonly changes: SiteChanges;
  readonly lastSessionOn: string;
  readonly country: Country;
}

/** The list on a real date, as it would open in time for a programme with that last session; a group's own opens that day. */
export function previewOf(route: Route, { changes, lastSessionOn, country }: Previewed): TemplatePreview {
  const opensOn = route === 'restart' ? lastSessionOn : finishingOn(lastSessionOn);
  const all = tasksOf(route, changes);
  const planned = planHandover({
    tasks: applyChanges(templateOf(route), { ...changes, drop: [] }),
    ...{ openedOn: opensOn, lastSessionOn, country },
  });
  const dated = all.flatMap((task, index) => {
    const day = planned[index];
    return day ? [{ ...task, position: day.position, dueOn: day.dueOn, doNow: day.doNow }] : [];
  });
  return {
    ...{ lastSessionOn, opensOn },
    tasks: dated.filter(({ dropped }) => !dropped),
    leftOut: dated.filter(({ dropped }) => dropped),
    findings: findingsOf(route, changes),
  };
}
