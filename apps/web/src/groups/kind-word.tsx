import type { GroupView } from '@followon/shared/contract/groups';
import type { KindnessView } from '@followon/shared/contract/kindness';
import { wordsFor } from '../api/problem.js';
import { send } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';

const ask = (id: string, key: string): Promise<KindnessView> =>
  send('POST', `/groups/${id}/kindness`, { body: {}, key });

const said = ({ isNew }: KindnessView): string => t(isNew ? 'kindness.said' : 'kindness.lately');

/** A kind word about hard days to everybody of the group who said yes: one press, for nobody in particular. */
export function KindWord({ group }: { readonly group: GroupView }) {
  const announce = useAnnounce();
  const act = useAct(
    (id: string, key) => ask(id, key),
    ['nudges'],
    (answer) => announce(said(answer)),
  );
  if (!group.ownGroup || !group.may.switchMessages || group.messagesOff) return null;
  return (
    <>
      <p>{act.data ? said(act.data) : t('kindness.lede')}</p>
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
      {act.data ? null : (
        <Button kind="secondary" busy={act.isPending} onClick={() => act.mutate(group.id)}>
          {t('kindness.send')}
        </Button>
      )}
    </>
  );
}
