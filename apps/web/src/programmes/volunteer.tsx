import type { ProgrammeView } from '@followon/shared/contract/programmes';
import { t } from '../i18n.js';
import { Section } from '../ui/page.js';
import { AskVolunteer } from './ask-volunteer.js';
import { AskedVolunteers } from './asked-volunteers.js';

/** Who goes with the people of a programme and who stands in; a volunteer lead may ask, and sees the answers. */
export function Volunteer({ programme }: { readonly programme: ProgrammeView }) {
  const { ptv, deputy, may } = programme;
  if (ptv === undefined) return null;
  return (
    <Section title={t('ptv.title')} id="volunteer">
      <p>
        {ptv ? t('ptv.with', { name: ptv.displayName }) : t('ptv.none')}{' '}
        {deputy ? t('ptv.deputy', { name: deputy.displayName }) : null}
      </p>
      {may?.namePtv ? (
        <>
          <AskedVolunteers programme={programme} />
          <AskVolunteer programme={programme} />
        </>
      ) : null}
    </Section>
  );
}
