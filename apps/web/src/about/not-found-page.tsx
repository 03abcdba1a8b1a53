import { Link } from '@tanstack/react-router';
import { explainedIn, t } from '../i18n.js';
import { PageTitle } from '../ui/page.js';

/** No such page: said plainly, with the way home. */
export function NotFoundPage() {
  return (
    <div className="fo-narrow">
      <PageTitle title={t('notFound.title')}>
        <p className="fo-lede">{t('notFound.what')}</p>
      </PageTitle>
      <p>
        <Link to="/" lang={explainedIn()}>
          {t('state.home')}
        </Link>
      </p>
    </div>
  );
}
