import type { VolunteerPatch, VolunteerView } from '@followon/shared/contract/volunteers';
import type { FormEvent } from 'react';
import { wordsFor } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { Details } from '../ui/details.js';
import { TextField } from '../ui/field.js';
import { changeVolunteer } from './queries.js';

function read(form: HTMLFormElement, { id, siteId }: VolunteerView): VolunteerPatch {
  const given = new FormData(form);
  const said = (name: string) => String(given.get(`${name}-${id}`) ?? '');
  const day = (name: string) => (said(name) === '' ? null : said(name));
  return {
    siteId,
    caseloadCap: Number(said('cap')),
    trainingUntil: day('training'),
    checksUntil: day('checks'),
  };
}

/** How much somebody may take on, and the two dates; what a check said is kept elsewhere. */
export function EditVolunteer({ volunteer }: { readonly volunteer: VolunteerView }) {
  const { id, displayName, caseloadCap, training, checks } = volunteer;
  const announce = useAnnounce();
  const act = useAct(
    (patch: VolunteerPatch, key) => changeVolunteer(id, patch, key),
    ['programmes', 'handovers'],
    () => announce(t('volunteers.saved', { name: displayName })),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    act.mutate(read(event.currentTarget, volunteer));
  };
  return (
    <Details summary={t('volunteers.edit', { name: displayName })}>
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
      <form className="fo-form" onSubmit={submit}>
        <TextField
          name={`cap-${id}`}
          label={t('volunteers.cap')}
          type="number"
          min={0}
          max={50}
          required
          defaultValue={caseloadCap}
        />
        <TextField
          name={`training-${id}`}
          label={t('volunteers.trainingUntil')}
          hint={t('volunteers.dateHint')}
          type="date"
          defaultValue={training.until ?? ''}
        />
        <TextField
          name={`checks-${id}`}
          label={t('volunteers.checksUntil')}
          type="date"
          defaultValue={checks.until ?? ''}
        />
        <Button type="submit" busy={act.isPending}>
          {t('volunteers.save')}
        </Button>
      </form>
    </Details>
  );
}
