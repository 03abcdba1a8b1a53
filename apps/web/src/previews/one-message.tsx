import type { MessageAudience } from '@followon/shared/contract/previews';
import { t } from '../i18n.js';
import { Breadcrumb } from '../ui/breadcrumb.js';
import { Details } from '../ui/details.js';
import { PageTitle } from '../ui/page.js';
import { AboutMessage } from './about-message.js';
import { InOneLanguage } from './in-language.js';
import { LookBar } from './look-bar.js';
import { languages } from './preview-words.js';
import type { Chosen, PreviewChoice } from './queries.js';

interface OneProps {
  readonly chosen: Chosen;
  readonly to: MessageAudience;
  readonly onChoose: (change: Partial<PreviewChoice>) => void;
}

/** One message in both languages, and beside it what a site should know of it. */
export function OneMessage({ chosen, to, onChoose }: OneProps) {
  const { site, kind, audience, as, format } = chosen;
  const looked = { site, key: kind.key, audience, format };
  return (
    <>
      <PageTitle
        title={kind.subject}
        before={
          <Breadcrumb
            trail={[
              { to: '/messages', words: t('delivery.title') },
              { to: '/message-preview', words: t('preview.title') },
            ]}
          />
        }
      >
        <p className="fo-lede">{t('preview.madeUp')}</p>
      </PageTitle>
      <LookBar {...{ chosen, onChoose }} />
      <div className="fo-two fo-previews">
        <div>
          <div className="fo-previews__both">
            {languages.map((language) => (
              <InOneLanguage key={language} as={as} looked={{ ...looked, language }} />
            ))}
          </div>
          <Details summary={t('preview.both')}>
            <p>{t('preview.both.when')}</p>
            <InOneLanguage as={as} looked={{ ...looked, language: 'both' }} />
          </Details>
        </div>
        <AboutMessage {...{ kind, to }} looked={{ ...looked, language: 'en' }} />
      </div>
    </>
  );
}
