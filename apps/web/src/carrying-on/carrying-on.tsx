import { useQuery } from '@tanstack/react-query';
import type { InterestView } from '@followon/shared/contract/carrying-on';
import type { HandoverView } from '@followon/shared/contract/handovers';
import { useSession } from '../api/session.js';
import { daysBetween } from '../dates.js';
import { t } from '../i18n.js';
import { Details } from '../ui/details.js';
import { Section } from '../ui/page.js';
import { Asked } from '../ui/states.js';
import { Chosen } from './chosen.js';
import { Counts } from './counts.js';
import { ForecastCard } from './forecast-card.js';
import { Notices } from './notices.js';
import { carryingOnQueries } from './queries.js';
import { Suggestion } from './suggestion.js';

interface CarryingOnProps {
  readonly programmeId: string;
  readonly handoverId: string;
}

/** *How the group wants to go on*: who would come, what that suggests, what people wish, and what the group chose. */
export function CarryingOn({ programmeId, handoverId }: CarryingOnProps) {
  const { actions } = useSession();
  return actions.includes('see-forecast') ? (
    <Whole programmeId={programmeId} handoverId={handoverId} />
  ) : null;
}

/** Chosen, or handed over without: then what led there steps back. */
const isSettled = ({ routeChosenAt, state }: HandoverView): boolean =>
  routeChosenAt !== null || state !== 'open';

/** From the day on which people are asked who would come. */
const NEAR_DAYS = 14;

/** The group is to choose about now. */
const isNear = ({ lastSessionOn }: HandoverView, now: string): boolean =>
  daysBetween(now, lastSessionOn) <= NEAR_DAYS;

function Whole({ programmeId, handoverId }: CarryingOnProps) {
  const interest = useQuery(carryingOnQueries.interest(programmeId));
  const handover = useQuery(carryingOnQueries.handover(handoverId));
  return (
    <Section title={t('carry.title')} id="carrying-on">
      <Asked query={handover}>
        {(it) => (
          <>
            <Notices handover={it} />
            <Asked query={interest} lines={4}>
              {(counted) =>
                isSettled(it) ? (
                  <>
                    <Chosen interest={counted} handover={it} />
                    <Details summary={t('carry.more')}>
                      <Sides interest={counted} />
                    </Details>
                  </>
                ) : (
                  <ToChoose interest={counted} handover={it} />
                )
              }
            </Asked>
          </>
        )}
      </Asked>
    </Section>
  );
}

/** All that leads to the choice, behind one line until its days. */
function ToChoose({
  interest,
  handover,
}: {
  readonly interest: InterestView;
  readonly handover: HandoverView;
}) {
  const { actions, now } = useSession();
  const summary = actions.includes('choose-route') ? 'carry.write' : 'carry.more';
  return (
    <Details summary={t(summary)} isOpen={isNear(handover, now)}>
      <Sides interest={interest} />
      <Chosen interest={interest} handover={handover} />
    </Details>
  );
}

function Sides({ interest }: { readonly interest: InterestView }) {
  return (
    <div className="fo-carry">
      <div className="fo-carry__side">
        <Counts interest={interest} />
        <Suggestion interest={interest} />
      </div>
      <div className="fo-carry__side">
        <ForecastCard interest={interest} />
      </div>
    </div>
  );
}
