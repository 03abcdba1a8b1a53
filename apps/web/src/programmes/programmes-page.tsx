import { useQuery } from '@tanstack/react-query';
import type { ProgrammeView } from '@followon/shared/contract/programmes';
import { useSession } from '../api/session.js';
import { t, type MessageKey } from '../i18n.js';
import { PageTitle, Section } from '../ui/page.js';
import { Asked, Empty } from '../ui/states.js';
import { NewProgrammeForm } from './new-programme.js';
import { awaitsAnswer, ProgrammeLine } from './programme-line.js';
import { programmeQueries, type ProgrammeFilters } from './queries.js';

type Part = ProgrammeView['state'] | 'ended';

const PARTS: readonly (readonly [Part, MessageKey])[] = [
  ['ended', 'programmes.ended'],
  ['finishing', 'programmes.finishing'],
  ['running', 'programmes.running'],
  ['finished', 'programmes.finished'],
];

/** One that is over by its date stands apart from those to come, until somebody says that it took place. */
const partOf = (programme: ProgrammeView, now: string): Part =>
  awaitsAnswer(programme, now) ? 'ended' : programme.state;

/** Every programme: those that wait for a word first, then those that end soon. */
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
              const some = items.filter((programme) => partOf(programme, now) === state);
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
