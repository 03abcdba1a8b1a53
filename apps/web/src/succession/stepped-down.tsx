import { useRouterState } from '@tanstack/react-router';
import { t } from '../i18n.js';

declare module '@tanstack/history' {
  interface HistoryState {
    /** Came here from a group that is not theirs any more, because they gave their role back. */
    steppedDown?: true;
  }
}

/** At home, for as long as somebody stays there: thanks, and what becomes of what they did. */
export function SteppedDown() {
  const says = useRouterState({ select: ({ location }) => location.state.steppedDown === true });
  if (!says) return null;
  return (
    <div className="fo-kind">
      <p>
        <strong>{t('stepDown.said.now')}</strong>
      </p>
      <p>{t('stepDown.next')}</p>
    </div>
  );
}
