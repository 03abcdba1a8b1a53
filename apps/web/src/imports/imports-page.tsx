import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { wordsFor } from '../api/problem.js';
import { holds, useSession } from '../api/session.js';
import { siteQuery } from '../api/sites.js';
import { t } from '../i18n.js';
import { Button } from '../ui/button.js';
import { Details } from '../ui/details.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { SelectField, TextField } from '../ui/field.js';
import { PageTitle } from '../ui/page.js';
import { ImportReportView } from './import-report.js';
import { uploadRegisters, type Upload } from './queries.js';

/** A network administrator's file names its own sites; a site administrator's belongs to one. */
function SitePicker() {
  const sites = useQuery(siteQuery);
  const anySite = holds(useSession(), 'network-admin');
  const known = sites.data?.items ?? [];
  if (known.length < 2 && !anySite) return null;
  return (
    <SelectField name="site" label={t('filter.site')}>
      {anySite ? <option value="">{t('import.asInFile')}</option> : null}
      {known.map((site) => (
        <option key={site.id} value={site.id}>
          {site.name}
        </option>
      ))}
    </SelectField>
  );
}

function Format() {
  return (
    <Details summary={t('import.format')}>
      <p>{t('import.formatWhat')}</p>
      <pre className="fo-code">site,group,date,status,headcount,attendees</pre>
      <p>{t('import.formatStatus')}</p>
    </Details>
  );
}

function useUpload(onStarted: (id: string) => void) {
  const [share, setShare] = useState(0);
  const act = useMutation({
    mutationFn: (upload: Omit<Upload, 'onSent'>) => uploadRegisters({ ...upload, onSent: setShare }),
    onSuccess: ({ id }) => onStarted(id),
  });
  return { share, act };
}

/** Real history in: a trial run first, then the real one, with every refused line explained. */
export function ImportsPage({
  id,
  onStarted,
}: {
  readonly id: string | undefined;
  readonly onStarted: (id: string) => void;
}) {
  const { share, act } = useUpload(onStarted);
  const [refused, refuse] = useState<string>();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const file = form.get('file');
    const dryRun = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value') !== 'keep';
    if (!(file instanceof File) || file.size === 0) return refuse(t('import.noFile'));
    refuse(undefined);
    act.mutate({ file, site: String(form.get('site') ?? '') || undefined, dryRun });
  };
  const trouble = refused ?? (act.error ? wordsFor(act.error) : undefined);
  return (
    <>
      <PageTitle title={t('import.title')}>
        <p className="fo-lede">{t('import.lede')}</p>
      </PageTitle>
      {trouble ? <ErrorSummary problems={[{ field: 'file', words: trouble }]} /> : null}
      <form className="fo-form" onSubmit={submit}>
        <TextField
          name="file"
          label={t('import.file')}
          type="file"
          accept=".csv,text/csv"
          invalid={trouble !== undefined}
        />
        <SitePicker />
        <div className="fo-acts">
          <Button type="submit" name="how" value="try" busy={act.isPending}>
            {t('import.try')}
          </Button>
          <Button type="submit" name="how" value="keep" kind="secondary" busy={act.isPending}>
            {t('import.keep')}
          </Button>
        </div>
      </form>
      {act.isPending ? (
        <progress className="fo-progress" max={1} value={share} aria-label={t('import.sending')} />
      ) : null}
      <Format />
      {id ? <ImportReportView key={id} id={id} /> : null}
    </>
  );
}
