import { useQuery } from '@tanstack/react-query';
import type { ProgrammeView } from '@followon/shared/contract/programmes';
import { useSession } from '../api/session.js';
import { t, type MessageKey } from '../i18n.js';
import { PageTitle, Section } from '../ui/page.js';
import { Asked, Empty } from '../ui/states.js';
import { NewProgrammeForm } from './new-programme.js';
import { ProgrammeLine } from './programme-line.js';
import { programmeQueries, type ProgrammeFilters } from './queries.js';

const PARTS: readonly (readonly [ProgrammeView['state'], MessageKey])[] = [
  ['finishing', 'programmes.finishing'],
  ['running', 'programmes.running'],
  ['finished', 'programmes.finished'],
];

/** Every programme: those that end soon first. */
export function ProgrammesPage({ filters }: { readonly filters: ProgrammeFilters }) {
  const { now, actions } = useSession();
  const programmes = useQuery(programmeQueries.list(filters));
  return (
    <>
      <PageTitle title={t('programmes.title')} />
      {actions.includes('write-programme') ? <NewProgrammeForm /> : null}
      <Asked query={programmes} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('programmes.none')}>
              <p>{t('programmes.noneHow')}</p>
            </Empty>
          ) : (
            PARTS.map(([state, words]) => {
              const some = items.filter((programme) => programme.state === state);
              return some.length === 0 ? null : (
                <Section key={state} title={t(words)} id={state}>
                  <ul className="fo-lines fo-lines--wide">
                    {some.map((programme) => (
                      <ProgrammeLine key={programme.id} programme={programme} now={now} />
                    ))}
                  </ul>
                </Section>
              );
            })
          )
        }
      </Asked>
    </>
  );
}
