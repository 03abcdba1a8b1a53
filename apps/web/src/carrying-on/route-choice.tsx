import type { ChooseRoute, ChosenRoute, InterestView } from '@followon/shared/contract/carrying-on';
import type { HandoverView } from '@followon/shared/contract/handovers';
import { useState } from 'react';
import { Problem, wordsFor } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { focusPart } from '../ui/focus-here.js';
import { chooseRoute, type Choosing } from './queries.js';
import { NotNow, RouteOptions, WithWhom } from './route-options.js';
import { sayRoute } from '../ui/route-words.js';
import { BECAUSE } from './words.js';

interface ChoiceProps {
  readonly interest: InterestView;
  readonly handover: HandoverView;
  readonly onDone: () => void;
}

function choiceOf(route: ChosenRoute, withId: string, knows: boolean): ChooseRoute {
  return {
    route,
    ...(route === 'join' && withId && { joinGroupId: withId }),
    ...(route === 'merge' && withId && { mergeProgrammeId: withId }),
    ...(knows && { insists: true }),
  };
}

/** A refusal in the server's words, with what would fit. */
function Refused({ error }: { readonly error: Error }) {
  const fits = error instanceof Problem ? error.body['wouldFit'] : undefined;
  return (
    <div role="alert" className="fo-failed">
      <p>{wordsFor(error)}</p>
      {Array.isArray(fits) && fits.length > 0 ? (
        <p>{t('carry.choose.wouldFit', { routes: (fits as string[]).map(sayRoute).join(', ') })}</p>
      ) : null}
    </div>
  );
}

/** The group knows what speaks against it and chooses it: said kindly, once, with a tick. */
function Knows(props: {
  readonly because: keyof typeof BECAUSE;
  readonly minimum: number;
  readonly knows: boolean;
  readonly onChange: (knows: boolean) => void;
}) {
  const { because, minimum, knows, onChange } = props;
  return (
    <div className="fo-note">
      <p>{t(BECAUSE[because], { minimum })}</p>
      <label className="fo-check-field">
        <input type="checkbox" checked={knows} onChange={(event) => onChange(event.target.checked)} />
        <span>{t('carry.choose.knows')}</span>
      </label>
    </div>
  );
}

/** The group decides; whoever is with it writes the choice down. */
export function RouteChoice({ interest, handover, onDone }: ChoiceProps) {
  const announce = useAnnounce();
  const [route, choose] = useState<ChosenRoute>();
  const [withId, goWith] = useState('');
  const [knows, know] = useState(false);
  const act = useAct(
    (choosing: Choosing, key) => chooseRoute(choosing, key),
    ['handovers', 'programmes'],
    () => {
      announce(t('carry.choose.said'));
      focusPart('carrying-on');
      onDone();
    },
  );
  const pick = (next: ChosenRoute) => {
    choose(next);
    goWith('');
    know(false);
    act.reset();
  };
  const possible = interest.possible.find((it) => it.route === route);
  const asks = possible?.fit === 'insist' && withId === '' ? possible.because : undefined;
  const save = () => {
    if (route) act.mutate({ handover, choice: choiceOf(route, withId, asks !== undefined && knows) });
  };
  return (
    <>
      <RouteOptions possible={interest.possible} chosen={route} onChoose={pick} />
      <WithWhom route={route} interest={interest} value={withId} onChange={goWith} />
      {asks ? <Knows because={asks} minimum={interest.minimum} knows={knows} onChange={know} /> : null}
      {act.error ? <Refused error={act.error} /> : null}
      <div className="fo-acts">
        <Button busy={act.isPending} disabled={!route || (asks !== undefined && !knows)} onClick={save}>
          {t('carry.choose.save')}
        </Button>
        {handover.routeChosenAt ? (
          <Button kind="quiet" onClick={onDone}>
            {t('carry.choose.keep')}
          </Button>
        ) : null}
      </div>
      <NotNow possible={interest.possible} />
    </>
  );
}
