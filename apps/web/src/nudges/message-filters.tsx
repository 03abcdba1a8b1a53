import { useQuery } from '@tanstack/react-query';
import type { SiteView } from '@followon/shared/contract/sites';
import { siteQuery } from '../api/sites.js';
import { t } from '../i18n.js';
import { SelectField } from '../ui/field.js';
import type { MessageFilters } from './delivery-queries.js';
import { CHANNELS, sayChannel, STATE_ORDER, STATES } from './delivery-words.js';
import { messageKinds, nameOfMessage } from './nudge-words.js';

type State = NonNullable<MessageFilters['state']>;

interface FiltersProps {
  readonly filters: MessageFilters;
  readonly onChange: (filters: MessageFilters) => void;
  /** There is a list to narrow, and not only numbers. */
  readonly whole: boolean;
}

/** Each change is an address that can be kept and sent. */
export function MessageFilterBar({ filters, onChange, whole }: FiltersProps) {
  const sites = useQuery(siteQuery);
  const set = (name: keyof MessageFilters) => (event: { readonly target: { readonly value: string } }) =>
    onChange({ ...filters, [name]: event.target.value || undefined });
  const several = (sites.data?.items.length ?? 0) > 1;
  if (!several && !whole) return null;
  return (
    <form className="fo-filters" role="search" onSubmit={(event) => event.preventDefault()}>
      {several ? <OfSite filters={filters} set={set} sites={sites.data?.items ?? []} /> : null}
      {whole ? <Narrowing filters={filters} set={set} /> : null}
    </form>
  );
}

type Set = (name: keyof MessageFilters) => (event: { readonly target: { readonly value: string } }) => void;

interface PartProps {
  readonly filters: MessageFilters;
  readonly set: Set;
}

function OfSite({ filters, set, sites }: PartProps & { readonly sites: readonly SiteView[] }) {
  return (
    <SelectField name="site" label={t('filter.site')} value={filters.site ?? ''} onChange={set('site')}>
      <option value="">{t('filter.allSites')}</option>
      {sites.map((site) => (
        <option key={site.id} value={site.id}>
          {site.name}
        </option>
      ))}
    </SelectField>
  );
}

const CHOICES = {
  state: {
    label: 'delivery.filter.state',
    of: STATE_ORDER,
    say: (state: string) => t(STATES[state as State]),
  },
  key: { label: 'delivery.filter.key', of: messageKinds, say: nameOfMessage },
  channel: { label: 'delivery.filter.channel', of: Object.keys(CHANNELS), say: sayChannel },
} as const;

function Narrowing({ filters, set }: PartProps) {
  return (Object.keys(CHOICES) as (keyof typeof CHOICES)[]).map((name) => (
    <SelectField
      key={name}
      name={name}
      label={t(CHOICES[name].label)}
      value={filters[name] ?? ''}
      onChange={set(name)}
    >
      <option value="">{t('delivery.filter.any')}</option>
      {CHOICES[name].of.map((one) => (
        <option key={one} value={one}>
          {CHOICES[name].say(one)}
        </option>
      ))}
    </SelectField>
  ));
}
