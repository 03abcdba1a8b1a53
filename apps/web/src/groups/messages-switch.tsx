import type { GroupView } from '@followon/shared/contract/groups';
import { wordsFor } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { KindWord } from './kind-word.js';
import { switchMessages } from './queries.js';

/** A kind word to the group; and all messages to it off, or on again: one press, no reason asked, nothing else changes. */
export function MessagesSwitch({ group }: { readonly group: GroupView }) {
  const announce = useAnnounce();
  const off = group.messagesOff ?? false;
  const act = useAct(
    (messagesOff: boolean, key) => switchMessages(group, messagesOff, key),
    ['groups', 'nudges'],
    (_, messagesOff) => announce(t(messagesOff ? 'messages.said.off' : 'messages.said.on')),
  );
  const flip = () => act.mutate(!off);
  if (!group.may.switchMessages) return null;
  return (
    <>
      <KindWord group={group} />
      <p>{t(off ? 'messages.areOff' : 'messages.areOn')}</p>
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
      <Button kind="secondary" busy={act.isPending} onClick={flip}>
        {t(off ? 'messages.on' : 'messages.off')}
      </Button>
    </>
  );
}
