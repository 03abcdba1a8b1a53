import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from './root-route.js';
import {
  documentSearch,
  effectSearch,
  importSearch,
  listSearch,
  messageSearch,
  previewSearch,
} from './search.js';

const importsScreen = () => import('./imports-screen.js');
const policyScreen = () => import('./policy-screen.js');
const templatesScreen = () => import('./templates-screen.js');
const documentsScreen = () => import('./documents-screen.js');
const trialsScreen = () => import('./trials-screen.js');
const messagesScreen = () => import('./messages-screen.js');
const previewsScreen = () => import('./previews-screen.js');
const runningScreen = () => import('./running-screen.js');

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

const effects = createRoute({
  getParentRoute: () => signedIn,
  path: '/nudge-effects',
  validateSearch: effectSearch,
  component: lazyRouteComponent(trialsScreen, 'TrialsScreen'),
});

const messages = createRoute({
  getParentRoute: () => signedIn,
  path: '/messages',
  validateSearch: messageSearch,
  component: lazyRouteComponent(messagesScreen, 'MessagesScreen'),
});

const preview = createRoute({
  getParentRoute: () => signedIn,
  path: '/message-preview',
  validateSearch: previewSearch,
  component: lazyRouteComponent(previewsScreen, 'PreviewsScreen'),
});

/** For those who look after a site: what it goes by, and whether it runs. */
export const siteRoutes = [
  imports,
  policy,
  lists,
  documents,
  document,
  volunteers,
  handovers,
  messages,
  preview,
  effects,
] as const;
