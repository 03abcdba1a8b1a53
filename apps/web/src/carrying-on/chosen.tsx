import type { InterestView } from '@followon/shared/contract/carrying-on';
import type { HandoverView } from '@followon/shared/contract/handovers';
import { useState } from 'react';
import { useSession } from '../api/session.js';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { Button } from '../ui/button.js';
import { FocusHere } from '../ui/focus-here.js';
import { RouteChoice } from './route-choice.js';
import { sayRoute } from '../ui/route-words.js';

interface ChosenProps {
  readonly interest: InterestView;
  readonly handover: HandoverView;
}

/** Open until the sign-off; who waits for another programme may choose anew afterwards too. */
const isOpen = ({ state, route, withProgrammeId }: HandoverView): boolean =>
  state === 'open' ||
  (route === 'merge' && !withProgrammeId && (state === 'signed-off' || state === 'accepted'));

function withWhom({ groups, programmes, askedBy }: InterestView, handover: HandoverView): string | undefined {
  const id = handover.withGroupId ?? handover.withProgrammeId;
  return [...groups, ...programmes, ...askedBy].find((it) => it.id === id)?.name;
}

/** What the group chose and when, or that it has not yet; and the choice itself. */
export function Chosen({ interest, handover }: ChosenProps) {
  const { actions, now } = useSession();
  const [choosing, choose] = useState(false);
  const mayChoose = actions.includes('choose-route') && isOpen(handover);
  const { routeChosenAt } = handover;
  const name = withWhom(interest, handover);
  return (
    <div className="fo-card fo-carry__choice">
      <h3 className="nhsuk-heading-s">{t('carry.choose.title')}</h3>
      {routeChosenAt ? (
        <p>
          {t('carry.choose.chosen', { route: sayRoute(handover.route), day: sayDay(routeChosenAt, now) })}
          {name ? ` ${t('carry.choose.with', { name })}` : ''}
        </p>
      ) : (
        <p>{t(handover.state === 'open' ? 'carry.choose.none' : 'carry.choose.never')}</p>
      )}
      {mayChoose && routeChosenAt && !choosing ? (
        <Button kind="quiet" onClick={() => choose(true)}>
          {t('carry.choose.change')}
        </Button>
      ) : null}
      {mayChoose && !routeChosenAt ? (
        <RouteChoice interest={interest} handover={handover} onDone={() => choose(false)} />
      ) : null}
      {mayChoose && routeChosenAt && choosing ? (
        <FocusHere label={t('carry.choose.title')}>
          <RouteChoice interest={interest} handover={handover} onDone={() => choose(false)} />
        </FocusHere>
      ) : null}
    </div>
  );
}
