import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { tagOf, t } from '../i18n.js';
import { Wordmark } from '../ui/wordmark.js';
import { LinkLanguageChoice } from './link-language-choice.js';
import { usePageLanguage } from './link-language.js';

/** Around a page that is opened by link: no way to anywhere else, nobody's name, and who to ring in an emergency. */
export function LinkFrame() {
  const language = usePageLanguage();
  useEffect(() => {
    document.documentElement.lang = tagOf(language);
  }, [language]);
  return (
    <>
      <a className="nhsuk-skip-link" href="#main">
        {t('frame.skip')}
      </a>
      <header className="fo-head">
        <div className="fo-head__row">
          <span className="fo-head__home">
            <Wordmark />
          </span>
          <LinkLanguageChoice />
        </div>
      </header>
      <main className="fo-main fo-link" id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="fo-foot">
        <p>{t('frame.notEmergency')}</p>
      </footer>
    </>
  );
}
