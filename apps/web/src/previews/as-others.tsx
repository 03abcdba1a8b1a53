import type { PreviewView } from '@followon/shared/contract/previews';
import { t } from '../i18n.js';
import { LetterSide } from '../ui/letter-side.js';
import { langOf } from './preview-words.js';

interface OfLanguage {
  readonly it: PreviewView;
}

/** As on a telephone, and what it costs. */
export function AsText({ it, sms }: OfLanguage & { readonly sms: NonNullable<PreviewView['sms']> }) {
  return (
    <>
      <p className="fo-bubble" lang={langOf(it.language)}>
        {sms.text}
      </p>
      <p>
        {t('preview.sms.size', {
          signs: t('preview.sms.signs', { count: sms.signs }),
          parts: t('preview.sms.parts', { count: sms.parts }),
        })}
      </p>
      {sms.alphabet === 'ucs-2' ? <p>{t('preview.sms.large')}</p> : null}
    </>
  );
}

/** All that stands on a locked screen. */
export function AsPush({ it, title }: OfLanguage & { readonly title: string }) {
  return (
    <>
      <p className="fo-bubble fo-bubble--push" lang={langOf(it.language)}>
        {title}
      </p>
      <p>{t('preview.push.all')}</p>
    </>
  );
}

/** As it is printed for whoever wishes for paper. */
export function AsLetter({ it: { sheets, format } }: OfLanguage) {
  return (
    <div className={`fo-paper ${format === 'large-print' ? 'fo-paper--large' : ''}`.trim()}>
      {sheets.map((sheet) => (
        <LetterSide key={sheet.lang} sheet={sheet} />
      ))}
    </div>
  );
}
