import { useQuery } from '@tanstack/react-query';
import type { AlertView } from '@followon/shared/contract/alerts';
import { siteQuery } from '../api/sites.js';
import { t, type MessageKey } from '../i18n.js';
import { SelectField } from '../ui/field.js';
import { CAUSE, CAUSES } from './alert-words.js';
import type { AlertFilters } from './queries.js';

const STATES: Readonly<Record<AlertView['state'], MessageKey>> = {
  open: 'inbox.filter.open',
  acknowledged: 'inbox.filter.acknowledged',
  withdrawn: 'inbox.filter.withdrawn',
  resolved: 'inbox.filter.resolved',
};

interface FiltersProps {
  readonly filters: AlertFilters;
  readonly onFilter: (filters: AlertFilters) => void;
}

interface SelectProps extends FiltersProps {
  readonly name: keyof AlertFilters;
  readonly about: MessageKey;
  /** What is shown when nothing is chosen. */
  readonly all: MessageKey;
  readonly options: readonly (readonly [value: string, words: string])[];
}

function Select({ filters, onFilter, name, about, all, options }: SelectProps) {
  return (
    <SelectField
      name={name}
      label={t(about)}
      value={filters[name] ?? ''}
      onChange={(event) => onFilter({ ...filters, [name]: event.target.value || undefined })}
    >
      <option value="">{t(all)}</option>
      {options.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </SelectField>
  );
}

/** Each choice is an address that can be kept and sent. */
export function InboxFilters(props: FiltersProps) {
  const sites = useQuery(siteQuery).data?.items ?? [];
  const states = Object.entries(STATES).map(([state, words]) => [state, t(words)] as const);
  const causes = CAUSES.map((cause) => [cause, t(CAUSE[cause])] as const);
  return (
    <form className="fo-filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <Select
        {...props}
        name="state"
        about="inbox.filter.state"
        all="inbox.filter.needsYou"
        options={states}
      />
      <Select
        {...props}
        name="cause"
        about="inbox.filter.cause"
        all="inbox.filter.allCauses"
        options={causes}
      />
      {sites.length > 1 ? (
        <Select
          {...props}
          name="site"
          about="filter.site"
          all="filter.allSites"
          options={sites.map(({ id, name }) => [id, name])}
        />
      ) : null}
    </form>
  );
}
