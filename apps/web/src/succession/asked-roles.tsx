import { useQuery } from '@tanstack/react-query';
import type { AskedRoleView } from '@followon/shared/contract/succession';
import { wordsFor } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { useAct } from '../api/use-act.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { focusHeading } from '../ui/focus-here.js';
import { answerOffer, refreshes, successionQueries } from './queries.js';
import { sayARole, sayWhatItIs } from './role-words.js';

/** What the reader is asked to be; nothing for those whom nobody can ask. */
export function useAskedRoles(): readonly AskedRoleView[] {
  const { actions } = useSession();
  const asked = useQuery({ ...successionQueries.asked(), enabled: actions.includes('answer-role') });
  return asked.data?.items ?? [];
}

/** One question, two answers, and no reason asked for either. */
function AskedRole({ offer }: { readonly offer: AskedRoleView }) {
  const announce = useAnnounce();
  const answer = useAct(
    (how: 'accept' | 'decline', key) => answerOffer(offer.id, how, key),
    refreshes,
    (_, how) => {
      announce(t(how === 'accept' ? 'roles.said.yes' : 'roles.said.no'));
      focusHeading();
    },
  );
  const question = t('roles.asked', { role: sayARole(offer.kind) });
  return (
    <article className="fo-card fo-task" aria-label={`${question} ${offer.groupName}`}>
      <p className="fo-task__where">{offer.groupName}</p>
      <h2 className="fo-task__title">{question}</h2>
      <p>{sayWhatItIs(offer.kind)}</p>
      <p className="fo-muted">{t('roles.noReason')}</p>
      {answer.error ? (
        <p className="fo-task__trouble" role="alert">
          {wordsFor(answer.error)}
        </p>
      ) : null}
      <div className="fo-acts">
        <Button busy={answer.isPending} onClick={() => answer.mutate('accept')}>
          {t('roles.yes')}
        </Button>
        <Button kind="secondary" busy={answer.isPending} onClick={() => answer.mutate('decline')}>
          {t('roles.no')}
        </Button>
      </div>
    </article>
  );
}

/** "You are asked to be a contact person": yes or no, where everything else waits for the reader. */
export function AskedRoles({ asked }: { readonly asked: readonly AskedRoleView[] }) {
  if (asked.length === 0) return null;
  return (
    <div className="fo-stack fo-apart">
      {asked.map((offer) => (
        <AskedRole key={offer.id} offer={offer} />
      ))}
    </div>
  );
}
