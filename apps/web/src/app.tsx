import type { QueryClient } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  useLocation,
} from '@tanstack/react-router';
import { sessionQuery } from './api/session.js';
import { NotFoundPage } from './about/not-found-page.js';
import { DemoBar } from './demo/demo-bar.js';
import {
  documentSearch,
  groupSearch,
  importSearch,
  listSearch,
  programmeSearch,
  recordSearch,
  signInSearch,
} from './search.js';
import { LinkFrame } from './links/link-frame.js';
import { Frame } from './session/frame.js';
import { Failed, Loading } from './ui/states.js';

/** A page that is opened by link stands alone: who is signed in here does not matter, and is not asked. */
function Shell() {
  const isByLink = useLocation({ select: ({ pathname }) => pathname === '/l' });
  return isByLink ? <LinkFrame /> : <SignedInShell />;
}

function SignedInShell() {
  const { data } = useQuery(sessionQuery);
  return (
    <Frame session={data ?? null} bar={data?.mode === 'demo' ? <DemoBar now={data.now} signedIn /> : null} />
  );
}

const root = createRootRouteWithContext<{ readonly queries: QueryClient }>()({
  component: Shell,
  notFoundComponent: NotFoundPage,
});

/** Everything below asks first who is there. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/sign-in', search: { then: location.href } });
  },
});

const runningScreen = () => import('./running-screen.js');
const openScreens = () => import('./open-screens.js');
const screens = () => import('./screens.js');
const groupScreen = () => import('./group-screen.js');
const importsScreen = () => import('./imports-screen.js');
const waysScreen = () => import('./ways-screen.js');
const policyScreen = () => import('./policy-screen.js');
const templatesScreen = () => import('./templates-screen.js');
const documentsScreen = () => import('./documents-screen.js');

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: lazyRouteComponent(openScreens, 'SignInScreen'),
});
const accessibility = createRoute({
  getParentRoute: () => root,
  path: '/accessibility',
  component: lazyRouteComponent(openScreens, 'AccessibilityPage'),
});
const link = createRoute({
  getParentRoute: () => root,
  path: '/l',
  component: lazyRouteComponent(() => import('./link-screen.js'), 'LinkScreen'),
});
const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  component: lazyRouteComponent(screens, 'HomePage'),
});
const tasks = createRoute({
  getParentRoute: () => signedIn,
  path: '/tasks',
  component: lazyRouteComponent(screens, 'MyTasksPage'),
});
const groups = createRoute({
  getParentRoute: () => signedIn,
  path: '/groups',
  validateSearch: groupSearch,
  component: lazyRouteComponent(screens, 'GroupsScreen'),
});
const group = createRoute({
  getParentRoute: () => signedIn,
  path: '/groups/$id',
  component: lazyRouteComponent(groupScreen, 'GroupScreen'),
});
const way = createRoute({
  getParentRoute: () => signedIn,
  path: '/groups/$id/next/$way',
  component: lazyRouteComponent(waysScreen, 'WayScreen'),
});
const programmes = createRoute({
  getParentRoute: () => signedIn,
  path: '/programmes',
  validateSearch: programmeSearch,
  component: lazyRouteComponent(screens, 'ProgrammesScreen'),
});
const programme = createRoute({
  getParentRoute: () => signedIn,
  path: '/programmes/$id',
  component: lazyRouteComponent(screens, 'ProgrammeScreen'),
});
const record = createRoute({
  getParentRoute: () => signedIn,
  path: '/record',
  validateSearch: recordSearch,
  component: lazyRouteComponent(screens, 'RecordScreen'),
});
const imports = createRoute({
  getParentRoute: () => signedIn,
  path: '/imports',
  validateSearch: importSearch,
  component: lazyRouteComponent(importsScreen, 'ImportsScreen'),
});
const policy = createRoute({
  getParentRoute: () => signedIn,
  path: '/sites/$id/policy',
  component: lazyRouteComponent(policyScreen, 'PolicyScreen'),
});
const lists = createRoute({
  getParentRoute: () => signedIn,
  path: '/sites/$id/lists',
  validateSearch: listSearch,
  component: lazyRouteComponent(templatesScreen, 'TemplatesScreen'),
});
const documents = createRoute({
  getParentRoute: () => signedIn,
  path: '/sites/$id/documents',
  component: lazyRouteComponent(documentsScreen, 'DocumentsScreen'),
});
const document = createRoute({
  getParentRoute: () => signedIn,
  path: '/sites/$id/documents/$key',
  validateSearch: documentSearch,
  component: lazyRouteComponent(documentsScreen, 'DocumentScreen'),
});
const volunteers = createRoute({
  getParentRoute: () => signedIn,
  path: '/volunteers',
  component: lazyRouteComponent(runningScreen, 'VolunteersScreen'),
});
const handovers = createRoute({
  getParentRoute: () => signedIn,
  path: '/handovers',
  component: lazyRouteComponent(runningScreen, 'HandoversScreen'),
});
const outbox = createRoute({
  getParentRoute: () => signedIn,
  path: '/outbox',
  component: lazyRouteComponent(screens, 'OutboxPage'),
});

const routeTree = root.addChildren([
  signIn,
  accessibility,
  link,
  signedIn.addChildren([
    home,
    tasks,
    groups,
    group,
    way,
    programmes,
    programme,
    record,
    imports,
    policy,
    lists,
    documents,
    document,
    volunteers,
    handovers,
    outbox,
  ]),
]);

/** The pages and their addresses. Filters are typed and live in the address; Back always works. */
export const appRouter = (queries: QueryClient) =>
  createRouter({
    routeTree,
    context: { queries },
    defaultPendingComponent: Loading,
    defaultErrorComponent: ({ error, reset }) => <Failed error={error} again={reset} />,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof appRouter>;
  }
}
