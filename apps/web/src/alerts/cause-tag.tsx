import type { AlertView } from '@followon/shared/contract/alerts';
import { t } from '../i18n.js';
import { Sign } from '../ui/level-tag.js';
import { CAUSE, SIGN } from './alert-words.js';

/** Sign, word and colour together: what an alert is about; without the colour once it is over. */
export function CauseTag({ cause, closedAt }: Pick<AlertView, 'cause' | 'closedAt'>) {
  return (
    <strong className={`nhsuk-tag fo-level fo-cause fo-level--${closedAt ? 'closed' : SIGN[cause]}`}>
      <Sign standing={SIGN[cause]} />
      {t(CAUSE[cause])}
    </strong>
  );
}
