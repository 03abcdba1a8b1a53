import { useQuery } from '@tanstack/react-query';
import { useSession } from '../api/session.js';
import { t } from '../i18n.js';
import { Section } from '../ui/page.js';
import { Asked } from '../ui/states.js';
import { ProgrammeLine } from './programme-line.js';
import { programmeQueries } from './queries.js';

/** The programmes that end soon, and how far each handover is. */
export function ProgrammesFinishing() {
  const { now } = useSession();
  const programmes = useQuery(programmeQueries.list({ state: 'finishing' }));
  return (
    <Section title={t('finishing.title')} id="finishing">
      <Asked query={programmes}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="fo-muted">{t('finishing.none')}</p>
          ) : (
            <ul className="fo-lines">
              {items.map((programme) => (
                <ProgrammeLine key={programme.id} programme={programme} now={now} />
              ))}
            </ul>
          )
        }
      </Asked>
    </Section>
  );
}
