import type {
  SaveTemplate,
  TemplateChanges,
  TemplateFindingView,
  TemplateTaskView,
  TemplateView,
} from '@followon/shared/contract/templates';
import { aServer } from '../api/a-server.test-support.js';
import { aSession, onAPage } from '../ui/on-a-page.test-support.js';
import { TemplatesPage, type Chosen } from './templates-page.js';

export const SITE = '11111111-1111-4111-8111-111111111111';
export const none: TemplateChanges = { drop: [], add: [], reword: {}, shift: {} };

const aTask = (key: string, told: Partial<TemplateTaskView> = {}): TemplateTaskView => {
  const words = { title: `Do ${key}`, why: 'It helps.', doneWhen: 'It is done.', dueOffsetDays: -7 };
  return {
    ...{ key, ...words, ownerRole: 'volunteer', anchor: 'last-session', blocking: false, after: [] },
    ...{ origin: 'shipped', dropped: false, mayDrop: true, shipped: words },
    ...told,
  };
};
const shipped = [aTask('visit'), aTask('card', { blocking: true, mayDrop: false })];

export const aTemplate = (told: Partial<TemplateView> = {}): TemplateView => ({
  ...{ siteId: SITE, siteName: 'Avonside', route: 'new', templateVersion: 'base-2', version: 0 },
  ...{ changes: none, tasks: shipped, versions: [], mayChange: true },
  ...told,
});

const administrator = aSession({
  memberships: [{ siteId: SITE, siteName: 'Avonside', role: 'site-admin' }],
  actions: ['see-templates', 'write-templates'],
});

interface Given {
  readonly chosen?: Chosen;
  /** Who has the site's own tasks in the list that is shown. */
  readonly toWhom?: TemplateTaskView['ownerRole'];
  readonly template?: TemplateView;
  readonly findings?: readonly TemplateFindingView[];
  readonly onSave?: { readonly status: number; readonly body?: unknown };
}

/** For tests: the lists of a site, before a server that answers with the changes it was sent. */
export function openLists({
  template = aTemplate(),
  findings = [],
  onSave,
  chosen = {},
  toWhom,
}: Given = {}) {
  const choices: Chosen[] = [];
  const server = aServer(({ method, path, body }) => {
    const { changes } = (body ?? {}) as SaveTemplate;
    if (path.endsWith('/preview')) {
      const given = toWhom && { ownerRole: toWhom };
      const own = changes.add.map((task) =>
        aTask(task.key, { ...task, ...given, origin: 'own', shipped: null }),
      );
      const dated = [...shipped, ...own].map((task, index) => ({
        ...{ ...task, ...changes.reword[task.key], dropped: changes.drop.includes(task.key) },
        ...{ dueOn: '2026-12-15', doNow: false, position: index + 1 },
      }));
      const tasks = dated.filter(({ dropped }) => !dropped);
      const leftOut = dated.filter(({ dropped }) => dropped);
      return { body: { lastSessionOn: '2026-12-22', opensOn: '2026-11-24', tasks, leftOut, findings } };
    }
    if (method === 'PUT') return onSave ?? { body: { ...template, changes, version: template.version + 1 } };
    return { body: template };
  });
  const page = (
    <TemplatesPage
      siteId={SITE}
      chosen={chosen}
      onChoose={(one) => choices.push(one)}
      onSite={() => undefined}
    />
  );
  const user = onAPage(page, administrator);
  const asked = (method: string, end: string) =>
    server.asked.filter((one) => one.method === method && one.path.endsWith(end));
  return { user, choices, saves: () => asked('PUT', '/new'), previews: () => asked('POST', '/preview') };
}
