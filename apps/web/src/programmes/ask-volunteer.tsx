import { useQuery } from '@tanstack/react-query';
import type { ProgrammeView } from '@followon/shared/contract/programmes';
import type { AskVolunteer as Ask, Part, VolunteerView } from '@followon/shared/contract/volunteers';
import { useState } from 'react';
import { sayRefusal } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { Details } from '../ui/details.js';
import { RadioField, SelectField } from '../ui/field.js';
import { askVolunteer, programmeQueries } from './queries.js';

const optionOf = ({ displayName, caseload, caseloadCap }: VolunteerView): string =>
  t('ptv.option', { name: displayName, caseload, cap: caseloadCap });

/** Puts the question to somebody; nobody is named without a yes. */
export function AskVolunteer({ programme }: { readonly programme: ProgrammeView }) {
  const [chosen, choose] = useState('');
  const [part, setPart] = useState<Part>(programme.ptv ? 'deputy' : 'ptv');
  const volunteers = useQuery(programmeQueries.volunteers(programme.siteId));
  const announce = useAnnounce();
  const holder = part === 'ptv' ? programme.ptv : programme.deputy;
  const act = useAct(
    (ask: Ask, key) => askVolunteer(programme.id, ask, key),
    ['programmes', 'handovers'],
    ({ volunteer }) => announce(t('ptv.said', { name: volunteer.displayName })),
  );
  const ask = () => act.mutate({ accountId: chosen, part, ...(holder ? { instead: true } : {}) });
  return (
    <Details summary={t('ptv.name')}>
      <div className="fo-form">
        <RadioField
          name="part"
          label={t('ptv.part')}
          value={part}
          onChoose={(value) => setPart(value as Part)}
          choices={[
            { value: 'ptv', label: t('ptv.part.ptv') },
            { value: 'deputy', label: t('ptv.part.deputy') },
          ]}
        />
        {holder ? <p className="fo-muted">{t('ptv.instead', { name: holder.displayName })}</p> : null}
        <SelectField
          name="ptv"
          label={t('ptv.who')}
          value={chosen}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">{t('ptv.nobody')}</option>
          {volunteers.data?.items.map((volunteer) => (
            <option key={volunteer.id} value={volunteer.id}>
              {optionOf(volunteer)}
            </option>
          ))}
        </SelectField>
        {act.error ? <p role="alert">{sayRefusal(act.error)}</p> : null}
        <Button busy={act.isPending || chosen === ''} onClick={ask}>
          {t('ptv.ask')}
        </Button>
      </div>
    </Details>
  );
}
