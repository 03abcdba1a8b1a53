import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from './root-route.js';
import { alertSearch, groupSearch, programmeSearch, recordSearch } from './search.js';

const screens = () => import('./screens.js');
const alertsScreen = () => import('./alerts-screen.js');
const groupScreen = () => import('./group-screen.js');
const wishesScreen = () => import('./wishes-screen.js');
const waysScreen = () => import('./ways-screen.js');

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  component: lazyRouteComponent(screens, 'HomePage'),
});

const tasks = createRoute({
  getParentRoute: () => signedIn,
  path: '/tasks',
  component: lazyRouteComponent(screens, 'TasksScreen'),
});

const alerts = createRoute({
  getParentRoute: () => signedIn,
  path: '/alerts',
  validateSearch: alertSearch,
  component: lazyRouteComponent(alertsScreen, 'InboxScreen'),
});
const alert = createRoute({
  getParentRoute: () => signedIn,
  path: '/alerts/$id',
  component: lazyRouteComponent(alertsScreen, 'AlertScreen'),
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

const outbox = createRoute({
  getParentRoute: () => signedIn,
  path: '/outbox',
  component: lazyRouteComponent(screens, 'OutboxPage'),
});

const wishes = createRoute({
  getParentRoute: () => signedIn,
  path: '/wishes',
  component: lazyRouteComponent(wishesScreen, 'WishesPage'),
});

const memberWishes = createRoute({
  getParentRoute: () => signedIn,
  path: '/groups/$id/wishes/$member',
  component: lazyRouteComponent(wishesScreen, 'MemberWishesScreen'),
});

/** What people do from day to day. */
export const dailyRoutes = [
  home,
  tasks,
  alerts,
  alert,
  groups,
  group,
  way,
  programmes,
  programme,
  record,
  outbox,
  wishes,
  memberWishes,
] as const;
