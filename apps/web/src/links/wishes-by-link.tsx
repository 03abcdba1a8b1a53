import type { LinkView } from '@followon/shared/contract/links';
import { useState } from 'react';
import { t } from '../i18n.js';
import { PageTitle } from '../ui/page.js';
import { WishesForm } from '../ui/wishes-form.js';
import { toOneself } from '../ui/wishes-words.js';
import type { Acting } from './use-link.js';

/** What somebody gets, how and when, without signing in. */
export function WishesByLink({ link, acting }: { readonly link: LinkView; readonly acting: Acting }) {
  const [said, say] = useState(false);
  if (!link.wishes) return null;
  return (
    <>
      <PageTitle title={t('wishes.title')}>
        <p className="fo-lede">{t('wishes.lede')}</p>
      </PageTitle>
      <WishesForm
        wishes={link.wishes}
        busy={acting.busy}
        saved={said && !acting.busy && !acting.trouble}
        trouble={acting.trouble}
        speaking={toOneself}
        onChange={(change) => {
          say(true);
          acting.say(change);
        }}
      />
    </>
  );
}
