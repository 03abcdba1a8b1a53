import { useQuery } from '@tanstack/react-query';
import type { PreviewFormat, PreviewView } from '@followon/shared/contract/previews';
import { t, type MessageKey } from '../i18n.js';
import { Asked } from '../ui/states.js';
import { AsMail } from './as-mail.js';
import { AsLetter, AsPush, AsText } from './as-others.js';
import { sayLanguage } from './preview-words.js';
import { previewQueries, type Looked, type PreviewWay } from './queries.js';

interface LanguageProps {
  readonly looked: Looked;
  readonly as: PreviewWay;
}

const BY_HAND: Partial<Readonly<Record<PreviewFormat, MessageKey>>> = {
  'easy-read': 'preview.byHand.easy-read',
  bsl: 'preview.byHand.bsl',
  paper: 'preview.byHand.paper',
};

function Shown({ it, as, looked }: LanguageProps & { readonly it: PreviewView }) {
  if (as === 'email' && it.mail) return <AsMail {...{ it, looked }} mail={it.mail} />;
  if (as === 'sms' && it.sms) return <AsText it={it} sms={it.sms} />;
  if (as === 'push' && it.push) return <AsPush it={it} title={it.push.title} />;
  const byHand = BY_HAND[it.format];
  return (
    <>
      {byHand ? <p>{t(byHand)}</p> : null}
      <AsLetter it={it} />
    </>
  );
}

/** The message in one language, beside the other one. */
export function InOneLanguage({ looked, as }: LanguageProps) {
  const { language } = looked;
  const preview = useQuery(previewQueries.one(looked));
  const heading = `in-${language}`;
  return (
    <section className="fo-preview" aria-labelledby={heading}>
      <h2 className="nhsuk-heading-m" id={heading}>
        {sayLanguage(language)}
      </h2>
      {language === 'en' ? null : <p className="fo-note">{t('preview.unread')}</p>}
      <div className="fo-preview__body">
        <Asked query={preview} lines={6}>
          {(it) => <Shown {...{ it, as, looked }} />}
        </Asked>
      </div>
    </section>
  );
}
