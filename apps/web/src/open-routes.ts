import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root-route.js';
import { signInSearch } from './search.js';

const openScreens = () => import('./open-screens.js');

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

/** For whoever comes, signed in or not. */
export const openRoutes = [signIn, accessibility, link] as const;
