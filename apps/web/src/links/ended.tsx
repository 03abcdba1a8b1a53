import type { LinkView } from '@followon/shared/contract/links';
import { useEffect } from 'react';
import { t, type MessageKey } from '../i18n.js';
import { PageTitle } from '../ui/page.js';
import { offerChoice } from './link-language.js';
import { titleOf } from './link-words.js';

const NONE: Readonly<Record<'unknown' | 'none', readonly [title: MessageKey, how: MessageKey]>> = {
  unknown: ['link.unknown', 'link.unknownHow'],
  none: ['link.none', 'link.noneHow'],
};

/** Too old, taken back, mistyped, or opened without its last part: what to do instead, in either language. */
export function NoLink({ why }: { readonly why: 'unknown' | 'none' }) {
  const [title, how] = NONE[why];
  useEffect(offerChoice, []);
  return (
    <>
      <PageTitle title={t(title)} />
      <p className="fo-link__why">{t(how)}</p>
      <p>{t('link.orSignIn')}</p>
    </>
  );
}

/** Somebody else did it, or nobody needs it any more: nothing to do, and no harm done. */
export function NotNeeded({ link }: { readonly link: LinkView }) {
  if (link.action === 'say-wish') return <WishesOver link={link} />;
  const title = titleOf(link);
  return (
    <>
      <PageTitle title={t('link.notNeeded')} />
      {title ? <p className="fo-link__about">{title}</p> : null}
      <p className="fo-link__why">{t('link.notNeededHow')}</p>
    </>
  );
}

/** The programme was handed over: what people wished was counted, and thrown away. */
function WishesOver({ link }: { readonly link: LinkView }) {
  const { about } = link.subject;
  return (
    <>
      <PageTitle title={t('link.wish.over')} />
      {about ? <p className="fo-link__about">{about}</p> : null}
      <p className="fo-link__why">{t('link.wish.overHow')}</p>
    </>
  );
}
