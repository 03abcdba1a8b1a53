import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DocumentSummary } from '@followon/shared/contract/documents';
import { t } from '../i18n.js';
import { PageTitle } from '../ui/page.js';
import { Asked } from '../ui/states.js';
import { documentQueries } from './queries.js';

function Line({ document, siteId }: { readonly document: DocumentSummary; readonly siteId: string }) {
  const { key, title, version, needsCheck } = document;
  return (
    <li className="fo-line">
      <p className="fo-line__name">
        <Link to="/sites/$id/documents/$key" params={{ id: siteId, key }}>
          {title}
        </Link>
      </p>
      <p className="fo-muted">
        {version > 0 ? t('documents.own', { version }) : t('documents.shipped')}
        {needsCheck ? ` ${t('documents.check')}` : ''}
      </p>
    </li>
  );
}

/** Leaflets, the support plan, the working agreement and the help card of a site. */
export function DocumentsPage({ siteId }: { readonly siteId: string }) {
  const documents = useQuery(documentQueries.of(siteId));
  return (
    <>
      <PageTitle title={t('documents.title')}>
        <p className="fo-lede">{t('documents.lede')}</p>
      </PageTitle>
      <Asked query={documents} lines={7}>
        {({ items }) => (
          <ul className="fo-lines">
            {items.map((document) => (
              <Line key={document.key} document={document} siteId={siteId} />
            ))}
          </ul>
        )}
      </Asked>
    </>
  );
}
