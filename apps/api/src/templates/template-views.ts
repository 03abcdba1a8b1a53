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
import { applyChanges, listFor } from '@followon/shared/rules/handover/site-changes';
import type { SiteChanges } from '@followon/shared/rules/handover/site-changes-schema';
import type { TaskTemplate } from '@followon/shared/rules/handover/task';
import { templateOf } from '@followon/shared/rules/handover/templates/of-route';
import { standInsOf } from '@followon/shared/rules/handover/templates/without-ptv';
import { sayFinding } from './say-finding.js';

/** Every task of a route for whoever edits its list, also those that the site leaves out. */
export function tasksOf(route: Route, changes: SiteChanges, variant: ListVariant = {}): TemplateTaskView[] {
  const shipped = new Map(templateOf(route, variant).map((task) => [task.key, task]));
  return wholeList(route, changes, variant).map((task) => taskView(task, shipped.get(task.key), changes));
}

/** With what the site leaves out; a visit it leaves out has no stand-in. */
const wholeList = (route: Route, changes: SiteChanges, variant: ListVariant): readonly TaskTemplate[] =>
  listFor(
    route,
    { ...changes, drop: changes.drop.filter((key) => isVisit(key) && variant.withoutPtv) },
    variant,
  );

const isVisit = (key: string): boolean => key === 'ptv_visit';

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
    mayDrop: !(shipped && mustStay(shipped)),
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
  const shipped = [...templateOf(route), ...standInsOf(templateOf(route))];
  const named = [...applyChanges(shipped, { ...changes, drop: [] })];
  const titleOf = (key: string) => named.find((task) => task.key === key)?.title ?? key;
  return checkTemplate({ shipped, changes }).map((finding) => sayFinding(finding, titleOf));
}

/** `withoutPtv`: as it is when no volunteer could be found. */
interface ListVariant {
  readonly withoutPtv?: boolean;
}

interface Previewed extends ListVariant {
  readonly changes: SiteChanges;
  readonly lastSessionOn: string;
  readonly country: Country;
}

/** The list on a real date, as it would open in time for a programme with that last session; a group's own opens that day. */
export function previewOf(route: Route, previewed: Previewed): TemplatePreview {
  const { changes, lastSessionOn, country, withoutPtv = false } = previewed;
  const opensOn = route === 'restart' ? lastSessionOn : finishingOn(lastSessionOn);
  const all = tasksOf(route, changes, { withoutPtv });
  const planned = planHandover({
    tasks: wholeList(route, changes, { withoutPtv }),
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
