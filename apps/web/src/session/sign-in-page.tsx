import { useQueryClient } from '@tanstack/react-query';
import type { SessionView } from '@followon/shared/contract/session';
import { useState, type FormEvent } from 'react';
import { send } from '../api/client.js';
import { wordsFor, Problem } from '../api/problem.js';
import { sessionQuery } from '../api/session.js';
import { t } from '../i18n.js';
import { Button } from '../ui/button.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { TextField } from '../ui/field.js';
import { PageTitle } from '../ui/page.js';
import { Mark } from '../ui/wordmark.js';

/** A wrong password says no more than that; a form problem says which box. */
const wordsForSignIn = (error: unknown): string =>
  error instanceof Problem && (error.status === 401 || error.status === 400)
    ? t('signIn.wrong')
    : wordsFor(error);

function useSignIn(onSignedIn: () => void) {
  const queries = useQueryClient();
  const [refused, refuse] = useState<string>();
  const [busy, setBusy] = useState(false);
  const signIn = async (email: string, password: string) => {
    setBusy(true);
    try {
      await send<SessionView>('POST', '/session', { body: { email, password } });
      await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
      onSignedIn();
    } catch (error) {
      refuse(wordsForSignIn(error));
      setBusy(false);
    }
  };
  return { signIn, refused, busy };
}

function Welcome() {
  return (
    <aside className="fo-welcome__aside" aria-label={t('app.name')}>
      <Mark className="fo-mark fo-mark--large" />
      <p>{t('signIn.mark')}</p>
    </aside>
  );
}

/** Staff and volunteers sign in; nothing has to be remembered that cannot be pasted. */
export function SignInPage({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const { signIn, refused, busy } = useSignIn(onSignedIn);
  const invalid = refused !== undefined;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void signIn((form.get('email') as string).trim(), form.get('password') as string);
  };
  return (
    <div className="fo-welcome">
      <div>
        <PageTitle title={t('signIn.title')}>
          <p className="fo-lede">{t('signIn.lede')}</p>
        </PageTitle>
        {refused ? <ErrorSummary problems={[{ field: 'email', words: refused }]} /> : null}
        <form className="fo-form" onSubmit={submit} noValidate>
          <TextField
            name="email"
            label={t('signIn.email')}
            type="email"
            autoComplete="username"
            invalid={invalid}
          />
          <TextField
            name="password"
            label={t('signIn.password')}
            type="password"
            autoComplete="current-password"
            invalid={invalid}
          />
          <Button type="submit" busy={busy}>
            {t('signIn.go')}
          </Button>
        </form>
        <p className="fo-muted">{t('signIn.help')}</p>
      </div>
      <Welcome />
    </div>
  );
}
