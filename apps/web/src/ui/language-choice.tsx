import { useEffect, useRef, useState } from 'react';
import { languages, spoken, t, type Language, type MessageKey } from '../i18n.js';
import { useAnnounce } from './announcer.js';
import { choose, isDrawnAnew } from './language.js';

const NAMES: Readonly<Record<Language, MessageKey>> = { en: 'language.en', cy: 'language.cy' };

/** The language of the explanations, in the language it names. */
export function LanguageChoice() {
  const chosen = useRef<HTMLButtonElement>(null);
  const [failed, fail] = useState(false);
  const announce = useAnnounce();
  useEffect(() => {
    if (isDrawnAnew()) chosen.current?.focus({ preventScroll: true });
  }, []);
  const take = async (language: Language) => {
    if (language === spoken()) return;
    await choose(language).then(
      () => announce(t(NAMES[language])),
      () => fail(true),
    );
  };
  return (
    <div className="fo-language" role="group" aria-label={t('language.label')}>
      {languages.map((language) => (
        <button
          key={language}
          ref={language === spoken() ? chosen : undefined}
          type="button"
          className="fo-plain-button"
          lang={language}
          aria-pressed={language === spoken()}
          onClick={() => void take(language)}
        >
          {t(NAMES[language])}
        </button>
      ))}
      {spoken() === 'cy' ? <p lang="cy">{t('language.part')}</p> : null}
      {failed ? <p role="alert">{t('language.failed')}</p> : null}
    </div>
  );
}
