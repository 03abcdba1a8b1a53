import type { PreviewView } from '@followon/shared/contract/previews';
import { t } from '../i18n.js';
import { Details } from '../ui/details.js';
import { MailFrame } from './mail-frame.js';
import { langOf, sayLanguage } from './preview-words.js';
import { mailAddress, type Looked } from './queries.js';

interface MailProps {
  readonly it: PreviewView;
  readonly mail: NonNullable<PreviewView['mail']>;
  readonly looked: Looked;
}

/** What a mail program shows of it before it is opened, and then the mail itself. */
export function AsMail({ it: { subject, language }, mail, looked }: MailProps) {
  return (
    <>
      <div className="fo-mail">
        <p className="fo-mail__head">
          <span className="fo-mail__part">{t('preview.mail.subject')}</span>{' '}
          <b lang={langOf(language)}>{subject}</b>
        </p>
        <p className="fo-mail__head">
          <span className="fo-mail__part">{t('preview.mail.preview')}</span>{' '}
          <span lang={langOf(language)}>{mail.preview}</span>
        </p>
        <MailFrame
          src={mailAddress(looked)}
          title={t('preview.mail.frame', { language: sayLanguage(language), subject })}
        />
      </div>
      <Details summary={t('preview.mail.plain', { language: sayLanguage(language) })}>
        <p className="fo-mail__plain" lang={langOf(language)}>
          {mail.text}
        </p>
      </Details>
    </>
  );
}
