import { Link, Outlet } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import type { Role, SessionView } from '@followon/shared/contract/session';
import type { ReactNode } from 'react';
import { send } from '../api/client.js';
import { holds, isAdministrator } from '../api/session.js';
import { t, type MessageKey } from '../i18n.js';
import { LanguageChoice } from '../ui/language-choice.js';
import { Wordmark } from '../ui/wordmark.js';

interface Place {
  readonly to:
    | '/'
    | '/alerts'
    | '/groups'
    | '/volunteers'
    | '/handovers'
    | '/programmes'
    | '/record'
    | '/imports'
    | '/messages'
    | '/sites/$id/policy'
    | '/sites/$id/lists'
    | '/sites/$id/documents';
  readonly words: MessageKey;
  readonly params?: { readonly id: string };
}

/** Where a person can go: only what they have a use for. */
function placesFor(session: SessionView): readonly Place[] {
  const admin = isAdministrator(session);
  const staff = admin || holds(session, 'clinician', 'lead');
  const home: Place = {
    to: '/',
    words: admin ? 'nav.network' : holds(session, 'clinician') ? 'nav.home' : 'nav.tasks',
  };
  const record: readonly Place[] =
    session.ownGroupIds.length > 0 ? [{ to: '/record', words: 'nav.record' }] : [];
  const groups: Place = { to: '/groups', words: staff ? 'nav.groups' : 'nav.myGroups' };
  const programmes: readonly Place[] =
    staff && session.actions.includes('see-programmes')
      ? [{ to: '/programmes', words: 'nav.programmes' }]
      : [];
  const running: readonly Place[] = [
    ...(session.actions.includes('see-handover-figures')
      ? [{ to: '/handovers', words: 'running.nav' } as const]
      : []),
    ...(session.actions.includes('see-volunteers')
      ? [{ to: '/volunteers', words: 'volunteers.nav' } as const]
      : []),
  ];
  const imports: readonly Place[] = admin ? [{ to: '/imports', words: 'nav.imports' }] : [];
  return [
    home,
    ...alertsOf(session),
    ...record,
    groups,
    ...programmes,
    ...running,
    ...messagesOf(session),
    ...imports,
    ...documentsOf(session),
    ...listsOf(session),
    ...policyOf(session),
  ];
}

/** What needs somebody, for those who hear of it. */
const alertsOf = ({ actions }: SessionView): readonly Place[] =>
  actions.includes('see-alerts') ? [{ to: '/alerts', words: 'inbox.nav' }] : [];

/** What was sent at a site, and what waits for a decision, for those who look after it. */
const messagesOf = (session: SessionView): readonly Place[] =>
  (isAdministrator(session) || holds(session, 'lead')) && session.actions.includes('see-deliveries')
    ? [{ to: '/messages', words: 'delivery.nav' }]
    : [];

const administrators: readonly Role[] = ['site-admin', 'network-admin'];
const readers: readonly Role[] = ['clinician', 'lead'];

/**
 * How early a site is spoken to: the first of those that the person looks after, where the page leads to the others; else
 * the first whose marks they work by.
 */
function policyOf({ actions, memberships }: SessionView): readonly Place[] {
  const firstOf = (roles: readonly Role[]) => memberships.find(({ role }) => roles.includes(role));
  const first = firstOf(administrators) ?? firstOf(readers);
  if (!first || !actions.includes('see-policy')) return [];
  return [{ to: '/sites/$id/policy', params: { id: first.siteId }, words: 'policy.nav' }];
}

/** The lists of a site, for whoever may change them. */
function listsOf({ actions, memberships }: SessionView): readonly Place[] {
  const first = memberships.find(({ role }) => role === 'site-admin');
  if (!first || !actions.includes('write-templates')) return [];
  return [{ to: '/sites/$id/lists', params: { id: first.siteId }, words: 'templates.nav' }];
}

/** Leaflets and plans, for those who give them out or word them. */
function documentsOf({ actions, memberships }: SessionView): readonly Place[] {
  const first = memberships.find(({ role }) => role !== 'contact' && role !== 'network-admin');
  if (!first || !actions.includes('see-documents')) return [];
  return [{ to: '/sites/$id/documents', params: { id: first.siteId }, words: 'documents.nav' }];
}

/** "Avonside", or how many sites when there are several. */
function siteWords(session: SessionView): string {
  const sites = [...new Set(session.memberships.map((membership) => membership.siteName))];
  return sites.length === 1 ? (sites[0] ?? '') : t('frame.sites', { count: sites.length });
}

function SignOut() {
  const queries = useQueryClient();
  const leave = async () => {
    await send('DELETE', '/session').catch(() => undefined);
    queries.clear();
    window.location.assign('/sign-in');
  };
  return (
    <button type="button" className="fo-plain-button" onClick={() => void leave()}>
      {t('frame.signOut')}
    </button>
  );
}

function Who({ session }: { readonly session: SessionView }) {
  return (
    <div className="fo-head__who">
      <span>
        {session.displayName} <span className="fo-muted">{siteWords(session)}</span>
      </span>
      <Link to="/wishes" className="fo-head__own">
        {t('wishes.nav')}
      </Link>
      <SignOut />
    </div>
  );
}

/** Everything around a page: the way past, the way home, who you are, and what is always in the same place. */
export function Frame(props: { readonly session: SessionView | null; readonly bar?: ReactNode }) {
  const { session, bar } = props;
  return (
    <>
      <a className="nhsuk-skip-link" href="#main">
        {t('frame.skip')}
      </a>
      {bar}
      <header className="fo-head">
        <div className="fo-head__row">
          <Link to="/" className="fo-head__home">
            <Wordmark />
          </Link>
          {session ? <Who session={session} /> : null}
        </div>
        {session ? (
          <nav className="fo-nav" aria-label={t('nav.label')}>
            {placesFor(session).map((place) => (
              <Link
                key={place.to}
                to={place.to}
                params={place.params ?? {}}
                className="fo-nav__link"
                activeOptions={{ exact: place.to === '/', includeSearch: false }}
              >
                {t(place.words, { count: session.ownGroupIds.length })}
              </Link>
            ))}
          </nav>
        ) : null}
      </header>
      <main className="fo-main" id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="fo-foot">
        <p>{t('frame.notEmergency')}</p>
        <p>
          <Link to="/accessibility">{t('frame.accessibility')}</Link>
        </p>
        <LanguageChoice />
      </footer>
    </>
  );
}
