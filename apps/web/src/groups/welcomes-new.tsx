import type { GroupView } from '@followon/shared/contract/groups';
import { wordsFor } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { CheckField } from '../ui/field.js';
import { welcomeNew } from './queries.js';

/** Whether new people may come: a choice of the group's contact people, and either is fine. */
export function WelcomesNew({ group }: { readonly group: GroupView }) {
  const announce = useAnnounce();
  const act = useAct(
    (welcomes: boolean, key) => welcomeNew(group, welcomes, key),
    ['groups'],
    (_, welcomes) => announce(t(welcomes ? 'tell.said.welcomes' : 'tell.said.closed')),
  );
  if (!group.may.switchMessages) return null;
  const meant = act.isPending ? act.variables : (group.welcomesNew ?? false);
  return (
    <div className="fo-tell__welcomes">
      <CheckField
        name="welcomes-new"
        label={t('tell.welcomes')}
        about={t('tell.welcomes.about')}
        checked={meant}
        onChoose={(welcomes) => {
          if (!act.isPending) act.mutate(welcomes);
        }}
      />
      <p className="fo-muted">{t('tell.welcomes.how')}</p>
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
    </div>
  );
}
