import { languages, t, type Language, type MessageKey } from '../i18n.js';
import { chooseByHand, useIsChoiceOffered, usePageLanguage } from './link-language.js';

const NAMES: Readonly<Record<Language, MessageKey>> = { en: 'language.en', cy: 'language.cy' };

/** On a page in Welsh, and where nobody knows: the other language is one tap away, and so is the way back. */
export function LinkLanguageChoice() {
  const spoken = usePageLanguage();
  const isOffered = useIsChoiceOffered();
  if (!isOffered) return null;
  return (
    <div className="fo-language" role="group" aria-label={t('language.label')}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          className="fo-plain-button"
          lang={language}
          aria-pressed={language === spoken}
          onClick={() => void chooseByHand(language).catch(() => undefined)}
        >
          {t(NAMES[language])}
        </button>
      ))}
    </div>
  );
}
