import { useQuery } from '@tanstack/react-query';
import { useSession } from '../api/session.js';
import { t } from '../i18n.js';
import { Section } from '../ui/page.js';
import { FirstDate, ToRing } from './first-steps.js';
import { FormGroup } from './form-group.js';
import { formingQueries } from './queries.js';

/** *The group*: formed where its programme is read, then its first people and its first date. Gone once it stands by itself. */
export function TheGroup({ programmeId }: { readonly programmeId: string }) {
  const { now } = useSession();
  const { data: programme } = useQuery(formingQueries.programme(programmeId));
  const forming = programme?.forming;
  if (!programme || !forming) return null;
  const { mayForm, mayStart, waitsForPartner } = forming;
  if (!mayForm && !mayStart && !waitsForPartner) return null;
  const groupId = programme.handover?.groupId;
  return (
    <Section title={t('forming.title')} id="the-group">
      <div className="fo-card">
        {waitsForPartner ? <p>{t('forming.waits')}</p> : null}
        {mayForm ? <p>{t('forming.how')}</p> : null}
        {mayForm ? <FormGroup programme={programme} now={now} /> : null}
        {mayStart && groupId ? (
          <>
            <FirstDate groupId={groupId} forming={forming} now={now} />
            <ToRing groupId={groupId} forming={forming} />
          </>
        ) : null}
      </div>
    </Section>
  );
}
