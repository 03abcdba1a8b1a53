import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { GroupView } from '@followon/shared/contract/groups';
import type { GroupHealthView } from '@followon/shared/contract/health';
import { daysBetween, explained } from '../dates.js';
import { explainedIn, t, type MessageKey } from '../i18n.js';
import { standingOf, type Standing } from '../ui/level-tag.js';
import { ReasonList } from '../ui/reason-list.js';
import { TURNOUT } from '../ui/reason-words.js';
import { groupQueries } from './queries.js';
import { silenceFirst } from './silence-first.js';

interface WhyProps {
  readonly group: GroupView;
  readonly now: string;
}

type Known = WhyProps & { readonly health: GroupHealthView | undefined };

/** The group's own people are asked, never judged; whoever has asked already is not asked again. */
function Kindly({ group }: { readonly group: GroupView }) {
  const hasAsked = group.reasons.some(({ key }) => key === 'help-asked');
  if (hasAsked || (group.level !== 'fading' && group.level !== 'at-risk')) return null;
  const isSmaller = group.reasons.some(({ key }) => TURNOUT.includes(key));
  return (
    <div className="fo-kind">
      <p className="fo-kind__title">{t('group.hand.title')}</p>
      <p>{t(isSmaller ? 'group.hand.what' : 'group.hand.any')}</p>
      {group.may.report ? (
        <p>
          <a className="fo-kind__link" href="#tell">
            {t('group.hand.tell')}
          </a>
        </p>
      ) : null}
    </div>
  );
}

/** A state that needs no reason is told as what it is; silence is never told as a failing. */
const NOTE: Readonly<Partial<Record<Standing | GroupView['state'], MessageKey>>> = {
  resting: 'group.note.resting',
  forming: 'group.note.forming',
  merged: 'group.note.merged',
  'closed-well': 'group.note.closed-well',
  closed: 'group.note.closed',
  unknown: 'group.note.unknown',
};

function Note({ group }: { readonly group: GroupView }) {
  const words = NOTE[group.state] ?? NOTE[standingOf(group)];
  return words ? <p className="fo-note">{t(words)}</p> : null;
}

const YOUNG_DAYS = 183; // six months: design section 5.3

const goesOn = ({ state }: GroupView): boolean => ['forming', 'meeting', 'unknown'].includes(state);

/** Age is context for whoever rings first, never a reason. */
function sayYoung({ group, now }: WhyProps): string | undefined {
  const { formedOn } = group;
  if (!goesOn(group)) return undefined;
  if (formedOn === null) return group.level === null ? t('reason.young.undated') : undefined;
  const isYoung = daysBetween(formedOn, now) < YOUNG_DAYS;
  return isYoung ? t('reason.young', { month: explained.month(formedOn, now) }) : undefined;
}

/** That all of this rests on little, where no reason says so already. */
function sayDoubt({ group, health }: Known): string | undefined {
  const isSaid = group.reasons.some(({ key }) => key === 'registers-missing');
  return health?.confidence === 'low' && !isSaid ? t('reason.registers-missing.plain') : undefined;
}

/** What helps to read the reasons, in a line each; nothing when there is nothing to say. */
function Context(known: Known) {
  const lines = [sayDoubt(known), sayYoung(known)].filter((line) => line !== undefined);
  return lines.map((line) => (
    <p key={line} className="fo-note" lang={explainedIn()}>
      {line}
    </p>
  ));
}

/** Where most of its people went on: good news, and the way there. */
function Successor({ id }: { readonly id: string }) {
  const name = useQuery(groupQueries.one(id)).data?.name;
  if (name === undefined) return null;
  return (
    <p className="fo-note fo-note--good" lang={explainedIn()}>
      {t('reason.successor', { name })}{' '}
      <Link to="/groups/$id" params={{ id }}>
        {t('reason.successorLink', { name })}
      </Link>
    </p>
  );
}

/** How the group is doing and why, for staff; a kind question, for its own people. */
export function WhyGroup({ group, now }: WhyProps) {
  const health = useQuery(groupQueries.health(group.id)).data;
  const successor = health?.successorGroupId ?? null;
  const carriesOn = successor === null ? null : <Successor id={successor} />;
  if (group.ownGroup)
    return (
      <>
        {carriesOn}
        <Kindly group={group} />
      </>
    );
  const told = silenceFirst(group, health?.usualGapDays);
  const reasons = successor === null ? told : told.filter(({ key }) => key !== 'carries-on');
  return (
    <>
      {carriesOn}
      <ReasonList
        reasons={reasons}
        clearsWhen={group.clearsWhen}
        now={now}
        groupId={group.id}
        usual={group.turnout.usual}
      />
      <Context group={group} now={now} health={health} />
      <Note group={group} />
    </>
  );
}
