import { useQuery } from '@tanstack/react-query';
import type { BreakCover, BreakView, NewBreak } from '@followon/shared/contract/volunteers';
import { useState } from 'react';
import { wordsFor } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { useAct } from '../api/use-act.js';
import { civilDate, sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { Details } from '../ui/details.js';
import { RadioField } from '../ui/field.js';
import { useStay } from '../ui/focus-here.js';
import { endBreak, takeBreak, volunteerQueries } from './queries.js';

const WEEKS = ['2', '4', '8'] as const;
const REFRESHES = ['sites', 'handovers', 'programmes'];

/** Who would look after what, in a sentence for each. */
function Cover({ cover, now }: { readonly cover: BreakCover; readonly now: string }) {
  const isNothing = cover.deputies.length === 0 && cover.withLead === 0;
  return (
    <div className="fo-note" role="status">
      <p>{t('break.back', { day: sayDay(cover.untilOn, now) })}</p>
      {isNothing ? <p>{t('break.nothing')}</p> : null}
      {cover.deputies.map(({ displayName, tasks }) => (
        <p key={displayName}>{t('break.deputy', { name: displayName, tasks })}</p>
      ))}
      {cover.withLead > 0 ? <p>{t('break.lead', { tasks: cover.withLead })}</p> : null}
    </div>
  );
}

interface OneProps {
  readonly now: string;
  /** What stood here goes. */
  readonly onSaid: () => void;
}

function TakeOne({ siteId, now, onSaid }: OneProps & { readonly siteId: string }) {
  const [weeks, choose] = useState<string>('2');
  const cover = useQuery(volunteerQueries.cover(siteId, Number(weeks)));
  const announce = useAnnounce();
  const act = useAct(
    (taken: NewBreak, key) => takeBreak(taken, key),
    REFRESHES,
    ({ untilOn }) => {
      announce(t('break.taken', { day: sayDay(untilOn, now) }));
      onSaid();
    },
  );
  const take = () => act.mutate({ siteId, weeks: Number(weeks) as NewBreak['weeks'] });
  return (
    <Details summary={t('break.open')}>
      <p>{t('break.how')}</p>
      <RadioField
        name={`weeks-${siteId}`}
        label={t('break.long')}
        value={weeks}
        onChoose={choose}
        choices={WEEKS.map((value) => ({ value, label: t('break.weeks', { weeks: Number(value) }) }))}
      />
      {cover.data ? <Cover cover={cover.data} now={now} /> : null}
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
      <Button busy={act.isPending} onClick={take}>
        {t('break.take')}
      </Button>
    </Details>
  );
}

function Running({ rest, now, onSaid }: OneProps & { readonly rest: BreakView }) {
  const announce = useAnnounce();
  const act = useAct(
    (id: string, key) => endBreak(id, key),
    REFRESHES,
    () => {
      announce(t('break.ended'));
      onSaid();
    },
  );
  return (
    <div className="fo-kind">
      <p>{t('break.running', { day: sayDay(rest.untilOn, now) })}</p>
      {act.error ? <p role="alert">{wordsFor(act.error)}</p> : null}
      <Button kind="secondary" busy={act.isPending} onClick={() => act.mutate(rest.id)}>
        {t('break.end')}
      </Button>
    </div>
  );
}

/** The focus stays where a break is taken and ended. */
function AtSite(props: {
  readonly siteId: string;
  readonly rest: BreakView | undefined;
  readonly now: string;
}) {
  const { siteId, rest, now } = props;
  const { here, stay } = useStay<HTMLDivElement>();
  return (
    <div {...here} className="fo-here">
      {rest ? (
        <Running rest={rest} now={now} onSaid={stay} />
      ) : (
        <TakeOne siteId={siteId} now={now} onSaid={stay} />
      )}
    </div>
  );
}

/** A break of two, four or eight weeks, for the asking; and one tap to come back early. */
export function GiveMeABreak() {
  const { now, memberships } = useSession();
  const breaks = useQuery(volunteerQueries.breaks());
  if (!breaks.data) return null;
  const today = civilDate(now);
  const running = (siteId: string) =>
    breaks.data.items.find((it) => it.siteId === siteId && it.endedOn === null && it.untilOn > today);
  return memberships
    .filter(({ role }) => role === 'volunteer')
    .map(({ siteId }) => {
      return <AtSite key={siteId} siteId={siteId} rest={running(siteId)} now={now} />;
    });
}
