import { useQuery } from '@tanstack/react-query';
import { siteQuery } from '../api/sites.js';
import { explainedIn, t } from '../i18n.js';
import { SelectField, TextField } from '../ui/field.js';
import { Button } from '../ui/button.js';
import { standingWord } from '../ui/level-tag.js';
import { LEVELS, STATES, STATE_WORDS } from './group-words.js';
import type { GroupFilters } from './queries.js';

interface FiltersProps {
  readonly filters: GroupFilters;
  readonly onChange: (filters: GroupFilters) => void;
}

/** Filters are links in disguise: each change is an address that can be kept and sent. */
export function GroupFilterBar({ filters, onChange }: FiltersProps) {
  const sites = useQuery(siteQuery);
  const set = (name: keyof GroupFilters) => (event: { readonly target: { readonly value: string } }) =>
    onChange({ ...filters, [name]: event.target.value || undefined });
  return (
    <form
      className="fo-filters"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onChange({
          ...filters,
          q: String(new FormData(event.currentTarget).get('q') ?? '').trim() || undefined,
        });
      }}
    >
      {(sites.data?.items.length ?? 0) > 1 ? (
        <SelectField name="site" label={t('filter.site')} value={filters.site ?? ''} onChange={set('site')}>
          <option value="">{t('filter.allSites')}</option>
          {sites.data?.items.map((site) => (
            <option key={site.id} value={site.id}>
              {site.name}
            </option>
          ))}
        </SelectField>
      ) : null}
      <SelectField name="level" label={t('filter.level')} value={filters.level ?? ''} onChange={set('level')}>
        <option value="">{t('filter.allLevels')}</option>
        {LEVELS.map((level) => (
          <option key={level} value={level} lang={explainedIn()}>
            {standingWord(level)}
          </option>
        ))}
      </SelectField>
      <SelectField name="state" label={t('filter.state')} value={filters.state ?? ''} onChange={set('state')}>
        <option value="">{t('filter.allStates')}</option>
        {STATES.map((state) => (
          <option key={state} value={state} lang={explainedIn()}>
            {t(STATE_WORDS[state])}
          </option>
        ))}
      </SelectField>
      <TextField
        name="q"
        label={t('filter.q')}

        defaultValue={filters.q ?? ''}
        key={filters.q ?? ''}
      />
      <Button type="submit" kind="secondary">
        {t('filter.go')}
      </Button>
    </form>
  );
}
