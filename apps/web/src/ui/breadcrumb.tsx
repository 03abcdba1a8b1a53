import { Link } from '@tanstack/react-router';
import { t } from '../i18n.js';

export interface Crumb {
  readonly to:
    | '/alerts'
    | '/groups'
    | '/groups/$id'
    | '/programmes'
    | '/messages'
    | '/message-preview'
    | '/sites/$id/documents';
  readonly params?: { readonly id: string };
  readonly words: string;
}

/** The way back up, one step a link. */
export function Breadcrumb({ trail }: { readonly trail: readonly Crumb[] }) {
  return (
    <nav className="fo-crumbs" aria-label={t('crumbs.label')}>
      <ol>
        <li>
          <Link to="/">{t('crumbs.home')}</Link>
        </li>
        {trail.map((crumb) => (
          <li key={crumb.to}>
            <Link to={crumb.to} params={crumb.params ?? {}}>
              {crumb.words}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
