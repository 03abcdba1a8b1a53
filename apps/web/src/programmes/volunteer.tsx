import { useQuery } from '@tanstack/react-query';
import type { ProgrammeView } from '@followon/shared/contract/programmes';
import { useState } from 'react';
import { wordsFor } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { Details } from '../ui/details.js';
import { SelectField } from '../ui/field.js';
import { nameVolunteer, programmeQueries } from './queries.js';

function Pick({ programme }: { readonly programme: ProgrammeView }) {
  const [chosen, choose] = useState(programme.ptv?.accountId ?? '');
  const volunteers = useQuery(programmeQueries.volunteers(programme.siteId));
  const announce = useAnnounce();
  const act = useAct(
    (volunteer: string, key) => nameVolunteer(programme, volunteer, key),
    ['programmes', 'handovers'],
    () => announce(t('ptv.said')),
  );
  const save = () => act.mutate(chosen);
  return (
    <Details summary={t(programme.ptv ? 'ptv.change' : 'ptv.name')}>
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
      <div className="fo-form">
        <SelectField
          name="ptv"
          label={t('ptv.who')}
          value={chosen}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">{t('ptv.nobody')}</option>
          {volunteers.data?.items.map((volunteer) => (
            <option key={volunteer.id} value={volunteer.id}>
              {t('ptv.option', { name: volunteer.displayName, tasks: volunteer.openTasks })}
            </option>
          ))}
        </SelectField>
        <Button busy={act.isPending || chosen === ''} onClick={save}>
          {t('ptv.save')}
        </Button>
      </div>
    </Details>
  );
}

/** Who goes with the people of a programme; a volunteer lead may name or change them. */
export function Volunteer({ programme }: { readonly programme: ProgrammeView }) {
  const { ptv, may } = programme;
  if (ptv === undefined) return null;
  return (
    <>
      <p>{ptv ? t('ptv.with', { name: ptv.displayName }) : t('ptv.none')}</p>
      {may?.namePtv ? <Pick programme={programme} /> : null}
    </>
  );
}
