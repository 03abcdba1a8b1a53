import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { Problem, wordsFor } from '../api/problem.js';
import { explainedIn, t, type MessageKey } from '../i18n.js';
import { Button } from './button.js';
import { PageTitle } from './page.js';
import { Mark } from './wordmark.js';

const PATIENCE_MS = 300;

interface LoadingProps {
  readonly lines?: number;
  /** Nothing else is on the page, so that this is its heading. */
  readonly isPage?: boolean | undefined;
}

/** Nothing for a moment (most answers come sooner), then the outline of what is coming. */
export function Loading({ lines = 3, isPage = false }: LoadingProps) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  const Said = isPage ? 'h1' : 'span';
  return (
    <div className="fo-skeleton" role="status" lang={explainedIn()}>
      <Said className="nhsuk-u-visually-hidden">{t('state.loading')}</Said>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="fo-skeleton__line" aria-hidden="true" />
      ))}
    </div>
  );
}

/** What will be here, and the one thing that fills it. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="fo-empty">
      <Mark className="fo-mark fo-mark--quiet" />
      <div>
        <p className="fo-empty__title">{title}</p>
        {children}
      </div>
    </div>
  );
}

/** Nothing was typed on the way here, so nothing is said about it. */
const READING: Readonly<Record<number, MessageKey>> = { 0: 'state.failed.offline', 5: 'state.failed.ours' };

function Trouble({ error }: { readonly error: unknown }) {
  const known = READING[error instanceof Problem ? Math.floor(error.status / 100) : 5];
  return known ? <p lang={explainedIn()}>{t(known)}</p> : <p>{wordsFor(error)}</p>;
}

interface FailedProps {
  readonly error: unknown;
  readonly again?: () => void;
  /** Nothing else is on the page, so that this is its heading. */
  readonly isPage?: boolean | undefined;
}

/** What went wrong, and what to do now. */
export function Failed({ error, again, isPage }: FailedProps) {
  return (
    <div className="fo-failed" role="alert">
      {isPage ? (
        <PageTitle title={t('state.failed')} />
      ) : (
        <p className="fo-failed__title" lang={explainedIn()}>
          {t('state.failed')}
        </p>
      )}
      <Trouble error={error} />
      {again ? (
        <Button kind="secondary" onClick={again} lang={explainedIn()}>
          {t('state.again')}
        </Button>
      ) : null}
    </div>
  );
}

/** Nothing here for this person: it may not exist, or not be theirs to see. The two look the same on purpose. */
export function NotYours() {
  return (
    <div className="fo-empty" lang={explainedIn()}>
      <Mark className="fo-mark fo-mark--quiet" />
      <div>
        <PageTitle title={t('state.notYours.title')} />
        <p>{t('state.notYours.why')}</p>
        <p>{t('state.notYours.who')}</p>
        <p>
          <a href="/">{t('state.home')}</a>
        </p>
      </div>
    </div>
  );
}

/** Not there, not theirs, or an address with a mistake in it. */
const GONE: readonly number[] = [400, 403, 404];
const isGone = (error: unknown): boolean => error instanceof Problem && GONE.includes(error.status);

/**
 * The three faces of a question before its answer; `children` gets the answer. An answer stays while a newer one cannot be
 * fetched, and goes at once when it is no longer its reader's.
 */
export function Asked<T>(props: {
  readonly query: UseQueryResult<T>;
  readonly lines?: number;
  /** The answer is the whole page, its heading with it. */
  readonly isPage?: boolean;
  readonly children: (answer: T) => ReactNode;
}) {
  const { query, lines, isPage, children } = props;
  if (isGone(query.error)) return <NotYours />;
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <Loading lines={lines ?? 3} isPage={isPage} />;
  return <Failed error={query.error} isPage={isPage} again={() => void query.refetch()} />;
}
