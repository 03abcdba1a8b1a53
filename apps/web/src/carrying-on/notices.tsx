import type { HandoverView } from '@followon/shared/contract/handovers';
import { useSession } from '../api/session.js';
import { t } from '../i18n.js';
import { sayRoute } from '../ui/route-words.js';

/** As long as people wait for another programme to carry on with. */
const WAIT_MS = 42 * 86_400_000;

const hasWaitedInVain = (handover: HandoverView, now: string): boolean =>
  handover.route === 'merge' &&
  handover.withProgrammeId === null &&
  handover.suggestedRoute !== 'merge' &&
  handover.suggestedRoute !== null &&
  Date.parse(now) >= Date.parse(handover.lastSessionOn) + WAIT_MS;

/** What should not be missed: nobody to go with the group, nobody to carry on with, and that no is an answer. */
export function Notices({ handover }: { readonly handover: HandoverView }) {
  const { now } = useSession();
  return (
    <>
      {handover.withoutPtv ? (
        <p className="fo-note" role="note">
          {t('carry.notice.withoutPtv')}
        </p>
      ) : null}
      {hasWaitedInVain(handover, now) ? (
        <p className="fo-note" role="note">
          {t('carry.notice.noPartner', { route: sayRoute(handover.suggestedRoute ?? 'buddy') })}
        </p>
      ) : null}
      {handover.state === 'declined' ? <p>{t('carry.notice.declined')}</p> : null}
    </>
  );
}
