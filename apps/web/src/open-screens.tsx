import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { SignInPage } from './session/sign-in-page.js';

export { AccessibilityPage } from './about/accessibility-page.js';

const signIn = getRouteApi('/sign-in');

/** What anybody may open: fetched without the pages behind the sign-in. */
export function SignInScreen() {
  const { then } = signIn.useSearch();
  const go = useNavigate();
  return <SignInPage onSignedIn={() => void go({ href: then ?? '/' })} />;
}
