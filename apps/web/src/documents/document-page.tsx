import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DocumentView } from '@followon/shared/contract/documents';
import { useState } from 'react';
import { t } from '../i18n.js';
import { Breadcrumb } from '../ui/breadcrumb.js';
import { Button } from '../ui/button.js';
import { CheckField } from '../ui/field.js';
import { FocusHere, focusHeading } from '../ui/focus-here.js';
import { PageTitle } from '../ui/page.js';
import { Asked } from '../ui/states.js';
import { DocumentForm } from './document-form.js';
import { Paper } from './paper.js';
import { documentQueries } from './queries.js';

function Reading({ document, onWrite }: { readonly document: DocumentView; readonly onWrite: () => void }) {
  const [large, setLarge] = useState(false);
  return (
    <>
      {document.needsCheck ? <p className="fo-note">{t('documents.check')}</p> : null}
      <div className="fo-acts">
        <Button onClick={() => window.print()}>{t('documents.print')}</Button>
        {document.mayWrite ? (
          <Button kind="secondary" onClick={onWrite}>
            {t('documents.write')}
          </Button>
        ) : null}
        <CheckField
          name="large"
          label={t('documents.large')}
          about={document.title}
          checked={large}
          onChoose={setLarge}
        />
      </div>
      <Paper title={document.title} blocks={document.blocks} large={large} label={document.label} />
    </>
  );
}

/** One leaflet or plan of a site: to read, to print, in large print, and to word anew. */
export function DocumentPage(props: {
  readonly siteId: string;
  readonly documentKey: string;
  readonly programmeId: string | undefined;
}) {
  const { siteId, documentKey, programmeId } = props;
  const [writing, write] = useState(false);
  const done = () => {
    write(false);
    focusHeading();
  };
  const document = useQuery(documentQueries.one(documentKey, siteId, programmeId));
  return (
    <Asked query={document} lines={8}>
      {(it) => (
        <>
          <PageTitle
            title={it.title}
            before={
              <Breadcrumb
                trail={[{ to: '/sites/$id/documents', params: { id: siteId }, words: t('documents.title') }]}
              />
            }
          >
            {programmeId ? (
              <p className="fo-acts">
                <Link to="/programmes/$id" params={{ id: programmeId }}>
                  {t('documents.back')}
                </Link>
              </p>
            ) : null}
          </PageTitle>
          {writing ? (
            <FocusHere label={t('documents.write')}>
              <DocumentForm document={it} onDone={done} />
            </FocusHere>
          ) : (
            <Reading document={it} onWrite={() => write(true)} />
          )}
        </>
      )}
    </Asked>
  );
}
