import type { AlertDetail, AlertVerdict, AlertView } from '@followon/shared/contract/alerts';
import { wordsFor } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { useAct } from '../api/use-act.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { VERDICT } from './page-words.js';
import { giveVerdict } from './queries.js';
import { Verdicts } from './verdicts.js';

const CHOICES = Object.keys(VERDICT) as readonly AlertVerdict[];

function Choices({ alert }: { readonly alert: AlertDetail }) {
  const announce = useAnnounce();
  const act = useAct<AlertVerdict, AlertView>(
    (verdict, key) => giveVerdict(alert.id, verdict, key),
    ['alerts', 'alert-feedback'],
    () => announce(t('alert.said.verdict')),
  );
  const mine = act.isPending ? act.variables : alert.myVerdict;
  return (
    <>
      <div className="fo-acts" role="group" aria-labelledby="useful">
        {CHOICES.map((verdict) => (
          <Button
            key={verdict}
            kind="secondary"
            aria-pressed={mine === verdict}
            busy={act.isPending}
            onClick={() => act.mutate(verdict)}
          >
            {t(VERDICT[verdict])}
          </Button>
        ))}
      </div>
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
      <p className="fo-muted">
        {alert.myVerdict ? `${t('alert.verdict.mine', { verdict: t(VERDICT[alert.myVerdict]) })} ` : null}
        {t('alert.verdict.how')}
      </p>
    </>
  );
}

/** One press, changed by another; counted by rule, and what others at the site said beside it. Also after it is over. */
export function WasItUseful({ alert }: { readonly alert: AlertDetail }) {
  const { actions } = useSession();
  return (
    <div className="fo-useful">
      {actions.includes('resolve-alert') ? <Choices alert={alert} /> : null}
      <h3 className="nhsuk-heading-s">{t('verdicts.caption')}</h3>
      <Verdicts verdicts={alert.verdicts} />
    </div>
  );
}
