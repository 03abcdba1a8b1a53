import type { GroupView } from '@followon/shared/contract/groups';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { wordsFor } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import { CLOSE_REASON } from './close-words.js';
import { decide, type Decision } from './queries.js';

interface NoticeProps {
  readonly group: GroupView;
  readonly now: string;
}

function useDecision(groupId: string) {
  const announce = useAnnounce();
  const act = useAct(
    ({ decision }: { decision: Decision; said: string }, key) => decide(groupId, decision, key),
    ['groups', 'sites', 'handovers'],
    (_, { said }) => announce(said),
  );
  const give = (decision: Decision, said: string) => act.mutate({ decision, said });
  return { give, busy: act.isPending, trouble: act.error ? wordsFor(act.error) : undefined };
}

const rests = ({ ownGroup, state, may }: GroupView): boolean => ownGroup && state === 'resting' && may.rest;

/** The day back has come, and its own people are to say if they are ready. */
export const isRestOver = (group: GroupView, now: string): boolean =>
  rests(group) && group.restingUntil !== null && group.restingUntil <= now.slice(0, 10);

/** For its own people: the day back, which may be moved, and from that day on the question if they are ready. */
export function AtRest({ group, now }: NoticeProps) {
  const { give, busy, trouble } = useDecision(group.id);
  const [until, setUntil] = useState('');
  const today = now.slice(0, 10);
  const isOver = isRestOver(group, now);
  const day = group.restingUntil ? sayDay(group.restingUntil, now) : undefined;
  return (
    <div className="fo-kind">
      <p className="fo-kind__title">{t(isOver ? 'rest.ready' : 'rest.title')}</p>
      <p>{day ? t(isOver ? 'rest.wasUntil' : 'rest.until', { day }) : t('rest.open')}</p>
      <div className="fo-acts">
        <Link
          to="/groups/$id/next/$way"
          params={{ id: group.id, way: 'again' }}
          className="nhsuk-button fo-button fo-button--primary"
        >
          {t('rest.back')}
        </Link>
      </div>
      <div className="fo-form">
        <TextField
          name="rest-until"
          label={t('rest.longer')}
          type="date"
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
        <Button
          kind="secondary"
          busy={busy || until <= today}
          onClick={() => give({ act: 'change-rest', body: { until } }, t('rest.said'))}
        >
          {t('rest.change')}
        </Button>
      </div>
      {trouble ? <p role="alert">{trouble}</p> : null}
    </div>
  );
}

/** An ending that was announced: when, and the way back. */
function Closing({ group, now }: NoticeProps) {
  const { give, busy, trouble } = useDecision(group.id);
  if (!group.closing) return null;
  return (
    <div className="fo-kind">
      <p className="fo-kind__title">{t('closing.title', { day: sayDay(group.closing.on, now) })}</p>
      <p>{t('closing.about')}</p>
      {group.ownGroup && group.may.close ? (
        <div className="fo-acts">
          <Button
            kind="secondary"
            busy={busy}
            onClick={() => give({ act: 'keep-going', body: {} }, t('closing.said'))}
          >
            {t('closing.goOn')}
          </Button>
        </div>
      ) : null}
      {trouble ? <p role="alert">{trouble}</p> : null}
    </div>
  );
}

/** An end is told as what it was: when, and why where its people said so. */
function Ended({ group, now }: NoticeProps) {
  if (!['closed', 'closed-well'].includes(group.state) || !group.closedOn) return null;
  const why =
    group.closeReason && group.closeReason !== 'prefer-not-to-say'
      ? t(CLOSE_REASON[group.closeReason])
      : undefined;
  return (
    <p className="fo-note fo-note--good">
      {t(group.state === 'closed-well' ? 'ended.well' : 'ended.plain', { day: sayDay(group.closedOn, now) })}{' '}
      {why ? t('ended.why', { why }) : null}
    </p>
  );
}

/** What a group has decided and stands: a break, an ending to come, an end. */
export function StandingNotices({ group, now }: NoticeProps) {
  return (
    <>
      {rests(group) ? <AtRest group={group} now={now} /> : null}
      <Closing group={group} now={now} />
      <Ended group={group} now={now} />
    </>
  );
}
