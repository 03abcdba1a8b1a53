import type { DocumentPreview, DocumentView } from '@followon/shared/contract/documents';
import { useState } from 'react';
import { Problem, wordsFor } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { TextField } from '../ui/field.js';
import { Paper } from './paper.js';
import { previewDocument, saveDocument } from './queries.js';

interface FormProps {
  readonly document: DocumentView;
  readonly onDone: () => void;
}

function useDocumentForm({ document, onDone }: FormProps) {
  const announce = useAnnounce();
  const [title, setTitle] = useState(document.title);
  const [body, setBody] = useState(document.body);
  const [seen, setSeen] = useState<DocumentPreview>();
  const look = useAct(
    (words: string) => previewDocument(document.key, document.siteId, words),
    [],
    (preview) => setSeen(preview),
  );
  const save = useAct(
    (words: { title: string; body: string }, key) => saveDocument(document, words, key),
    ['documents'],
    () => {
      announce(t('documents.saved'));
      onDone();
    },
  );
  const error = save.error ?? look.error;
  return { title, setTitle, body, setBody, seen, error, look, save };
}

function WhatStandsInTheWay({ error }: { readonly error: Error | null }) {
  if (!error) return null;
  const fields = error instanceof Problem ? error.fields : [];
  if (fields.length === 0) return <p role="alert">{wordsFor(error)}</p>;
  return <ErrorSummary problems={fields.map(({ path, message }) => ({ field: path, words: message }))} />;
}

/** The site's own words. What is typed stays until it is saved or left. */
export function DocumentForm({ document, onDone }: FormProps) {
  const it = useDocumentForm({ document, onDone });
  return (
    <form
      className="fo-form fo-write"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        it.save.mutate({ title: it.title, body: it.body });
      }}
    >
      <WhatStandsInTheWay error={it.error} />
      <TextField
        name="title"
        label={t('documents.form.title')}
        value={it.title}
        onChange={(event) => it.setTitle(event.target.value)}
      />
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor="body">
          {t('documents.form.body')}
        </label>
        <div className="nhsuk-hint" id="body-hint">
          {t('documents.form.how', { places: document.placeholders.map((word) => `{${word}}`).join(', ') })}
        </div>
        <textarea
          id="body"
          name="body"
          className="nhsuk-textarea"
          rows={20}
          aria-describedby="body-hint"
          value={it.body}
          onChange={(event) => it.setBody(event.target.value)}
        />
      </div>
      <div className="fo-acts">
        <Button type="submit" busy={it.save.isPending}>
          {t('documents.form.save')}
        </Button>
        <Button kind="secondary" busy={it.look.isPending} onClick={() => it.look.mutate(it.body)}>
          {t('documents.form.look')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('documents.form.leave')}
        </Button>
      </div>
      {it.seen ? (
        <Paper title={it.title} blocks={it.seen.blocks} large={false} label={t('documents.form.draft')} />
      ) : null}
    </form>
  );
}
