import type { PolicyReplay, PolicyView } from '@followon/shared/contract/policy';
import { screen } from '@testing-library/react';
import { aServer, type Asked } from '../api/a-server.test-support.js';
import { aSession, onAPage } from '../ui/on-a-page.test-support.js';
import { aPolicy, aReplay, SITE } from './a-policy.test-support.js';
import { PolicyPage } from './policy-page.js';

interface Answers {
  readonly policy?: PolicyView;
  readonly replay?: PolicyReplay;
  readonly onSave?: (asked: Asked) => { readonly status?: number; readonly body?: unknown };
  /** The trial is answered only then. */
  readonly late?: Promise<void>;
  readonly onTry?: { readonly status: number; readonly body?: unknown };
}

export const administrator = aSession({
  memberships: [{ siteId: SITE, siteName: 'Avonside', role: 'site-admin' }],
  actions: ['see-policy', 'set-policy'],
});

/** For tests: the page of a site’s marks before its administrator; what is saved and tried can be looked at. */
export function openPolicy({ policy = aPolicy(), replay = aReplay(), onSave, onTry, late }: Answers = {}) {
  const server = aServer((asked) => {
    if (asked.path.endsWith('/policy/replay')) return onTry ?? { body: replay };
    if (asked.method === 'PUT')
      return onSave?.(asked) ?? { body: { ...policy, version: policy.version + 1 } };
    if (asked.path.includes('/policy')) return { body: policy };
    return { body: { items: [], nextCursor: null } };
  });
  const answered = globalThis.fetch;
  globalThis.fetch = async (path, init) => {
    if (typeof path === 'string' && path.endsWith('/policy/replay')) await late;
    return answered(path, init);
  };
  const user = onAPage(<PolicyPage siteId={SITE} onSite={() => undefined} />, administrator);
  const writes = () => server.asked.filter(({ method }) => method === 'PUT');
  const tries = () => server.asked.filter(({ path }) => path.endsWith('/policy/replay'));
  return { user, writes, tries };
}

export const button = (name: string) => screen.findByRole('button', { name });
export const choose = async (user: ReturnType<typeof openPolicy>['user'], name: RegExp) =>
  user.click(await screen.findByRole('radio', { name }));
