import type { GroupRoleView } from '@followon/shared/contract/groups';
import { wordsFor } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { refreshes, stay } from './queries.js';

/** A day that was told can be taken back until it comes. */
export function Stay({ role, groupId }: { readonly role: GroupRoleView; readonly groupId: string }) {
  const announce = useAnnounce();
  const act = useAct(stay, refreshes, () => announce(t('stepDown.said.stays')));
  return (
    <>
      <Button kind="secondary" busy={act.isPending} onClick={() => act.mutate({ id: role.id, groupId })}>
        {t('stepDown.afterAll')}
      </Button>
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
    </>
  );
}
