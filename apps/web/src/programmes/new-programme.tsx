import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { NewProgramme } from '@followon/shared/contract/programmes';
import type { FormEvent } from 'react';
import { Problem, wordsFor } from '../api/problem.js';
import { siteQuery } from '../api/sites.js';
import { useAct } from '../api/use-act.js';
import { t } from '../i18n.js';
import { Button } from '../ui/button.js';
import { Details } from '../ui/details.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { SelectField, TextField } from '../ui/field.js';
import { addProgramme } from './queries.js';

/** A server's field problems, each leading to its box; or its one sentence. */
function problemsOf(error: Error): readonly { readonly field: string; readonly words: string }[] {
  if (error instanceof Problem && error.fields.length > 0)
    return error.fields.map(({ path, message }) => ({ field: path || 'name', words: message }));
  return [{ field: 'name', words: wordsFor(error) }];
}

function read(form: HTMLFormElement, onlySite: string | undefined): NewProgramme {
  const given = new FormData(form);
  return {
    siteId: String(given.get('siteId') ?? onlySite ?? ''),
    name: String(given.get('name') ?? '').trim(),
    type: 'PMP',
    mode: String(given.get('mode')) as NewProgramme['mode'],
    lastSessionOn: String(given.get('lastSessionOn') ?? ''),
  };
}

/** A programme needs a name and its last session; everything else follows from that date. */
export function NewProgrammeForm() {
  const sites = useQuery(siteQuery);
  const go = useNavigate();
  const act = useAct(
    (programme: NewProgramme, key) => addProgramme(programme, key),
    ['programmes', 'handovers'],
    ({ id }) => void go({ to: '/programmes/$id', params: { id } }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    act.mutate(read(event.currentTarget, sites.data?.items[0]?.id));
  };
  return (
    <Details summary={t('newProgramme.open')}>
      {act.error ? <ErrorSummary problems={problemsOf(act.error)} /> : null}
      <form className="fo-form" onSubmit={submit} noValidate>
        <TextField name="name" label={t('newProgramme.name')} hint={t('newProgramme.nameHint')} />
        {(sites.data?.items.length ?? 0) > 1 ? (
          <SelectField name="siteId" label={t('filter.site')}>
            {sites.data?.items.map((site) => (
              <option key={site.id} value={site.id}>
                {site.name}
              </option>
            ))}
          </SelectField>
        ) : null}
        <SelectField name="mode" label={t('newProgramme.mode')}>
          <option value="in-person">{t('programme.mode.in-person')}</option>
          <option value="online">{t('programme.mode.online')}</option>
          <option value="hybrid">{t('programme.mode.hybrid')}</option>
        </SelectField>
        <TextField
          name="lastSessionOn"
          label={t('newProgramme.last')}
          hint={t('newProgramme.lastHint')}
          type="date"
        />
        <Button type="submit" busy={act.isPending}>
          {t('newProgramme.go')}
        </Button>
      </form>
    </Details>
  );
}
