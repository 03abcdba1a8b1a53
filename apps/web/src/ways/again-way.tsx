import { t } from '../i18n.js';
import type { WayProps } from './break-way.js';
import { TwoSteps } from './two-steps.js';

/** A group that rested or ended starts again: nothing has to be chosen, only read. */
export function AgainWay({ group, onDone }: WayProps) {
  const first = t(group.state === 'resting' ? 'ways.again.meets' : 'ways.again.starts');
  return (
    <TwoSteps
      {...{ group, onDone }}
      way="again"
      missing={undefined}
      happens={[first, t('ways.again.list'), t('ways.again.messages')]}
      stays={[t('ways.stays.past'), t('ways.stays.people'), t('ways.again.gap')]}
      go={t('ways.again.go')}
      said={t('ways.again.said')}
      decision={(reason) => ({ act: 'restart', body: reason ? { reason } : {} })}
    >
      <p>{t('ways.again.ask')}</p>
    </TwoSteps>
  );
}
