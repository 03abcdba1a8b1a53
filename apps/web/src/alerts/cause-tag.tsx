import type { AlertView } from '@followon/shared/contract/alerts';
import { t } from '../i18n.js';
import { Sign } from '../ui/level-tag.js';
import { CAUSE, SIGN } from './alert-words.js';

/** Sign, word and colour together: what an alert is about. */
export function CauseTag({ cause }: Pick<AlertView, 'cause'>) {
  return (
    <strong className={`nhsuk-tag fo-level fo-level--${SIGN[cause]}`}>
      <Sign standing={SIGN[cause]} />
      {t(CAUSE[cause])}
    </strong>
  );
}
