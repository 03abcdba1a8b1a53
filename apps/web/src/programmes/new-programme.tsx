import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { NewProgramme } from '@followon/shared/contract/programmes';
import type { FormEvent } from 'react';
import { Problem, wordsFor } from '../api/problem.js';
import { siteQuery } from '../api/sites.js';
import { useAct } from '../api/use-act.js';
import { t, type MessageKey } from '../i18n.js';
import { Button } from '../ui/button.js';
import { Details } from '../ui/details.js';
import { ErrorSummary, type Wrong } from '../ui/error-summary.js';
import { SelectField, TextField } from '../ui/field.js';
import { addProgramme } from './queries.js';

const SAYS: Readonly<Record<string, MessageKey>> = {
  name: 'newProgramme.name.wrong',
  lastSessionOn: 'newProgramme.last.wrong',
};

/** A refusal in our own words, each leading to its box; or the server's one sentence. */
function problemsOf(error: Error | null): readonly Wrong[] {
  if (!error) return [];
  const fields = error instanceof Problem ? error.fields : [];
  if (fields.length === 0) return [{ field: 'name', words: wordsFor(error) }];
  return fields.map(({ path, message }) => {
    const ours = SAYS[path];
    return { field: path, words: ours ? t(ours) : message };
  });
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
  const problems = problemsOf(act.error);
  const isWrong = (field: string) => problems.some((problem) => problem.field === field);
  return (
    <Details summary={t('newProgramme.open')}>
      {problems.length > 0 ? <ErrorSummary problems={problems} /> : null}
      <form className="fo-form" onSubmit={submit} noValidate>
        <TextField
          name="name"
          label={t('newProgramme.name')}
          hint={t('newProgramme.nameHint')}
          invalid={isWrong('name')}
        />
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
          <option value="in-person">{t('newProgramme.mode.in-person')}</option>
          <option value="online">{t('newProgramme.mode.online')}</option>
          <option value="hybrid">{t('newProgramme.mode.hybrid')}</option>
        </SelectField>
        <TextField
          name="lastSessionOn"
          label={t('newProgramme.last')}
          invalid={isWrong('lastSessionOn')}
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
