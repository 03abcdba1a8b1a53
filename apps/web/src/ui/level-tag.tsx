import type { GroupSummary } from '@followon/shared/contract/groups';
import { explained } from '../dates.js';
import { explainedIn, t, type MessageKey } from '../i18n.js';

/** What a group's tag can say; `new` is a group too young to have a level. */
export type Standing = 'steady' | 'fading' | 'at-risk' | 'resting' | 'unknown' | 'closed' | 'new';

type Told = Pick<GroupSummary, 'state' | 'level' | 'noNews' | 'restingUntil'>;

const WORDS: Readonly<Record<Standing, MessageKey>> = {
  steady: 'level.steady',
  fading: 'level.fading',
  'at-risk': 'level.at-risk',
  resting: 'level.resting',
  unknown: 'level.unknown',
  closed: 'level.closed-well',
  new: 'level.new',
};

/** States whose own word says more than the standing they are drawn with. */
const OWN_WORD: Readonly<Partial<Record<Told['state'], MessageKey>>> = {
  forming: 'group.state.forming',
  closed: 'level.closed',
  merged: 'level.merged',
  'closed-well': 'level.closed-well',
};

const CLOSED: readonly Told['state'][] = ['closed', 'merged', 'closed-well'];

/** A state that somebody chose (rest, close) is said before anything we worked out; no news before any level. */
export function standingOf(group: Told): Standing {
  if (group.state === 'resting') return 'resting';
  if (CLOSED.includes(group.state)) return 'closed';
  if (group.level === 'at-risk') return 'at-risk';
  if (group.noNews || group.state === 'unknown') return 'unknown';
  if (group.level === 'fading') return 'fading';
  return group.level === null ? 'new' : 'steady';
}

function Shape({ standing }: { readonly standing: Standing }) {
  switch (standing) {
    case 'steady':
      return <circle className="fo-sign__fill" cx="8" cy="8" r="6" />;
    case 'fading':
      return (
        <>
          <circle className="fo-sign__line" cx="8" cy="8" r="6" />
          <path className="fo-sign__fill" d="M8 2a6 6 0 0 0 0 12z" />
        </>
      );
    case 'at-risk':
      return (
        <>
          <circle className="fo-sign__line" cx="8" cy="8" r="6" />
          <path className="fo-sign__line" d="M4.5 8h7" />
        </>
      );
    case 'resting':
      return <path className="fo-sign__fill" d="M10.5 1.8a6.4 6.4 0 1 0 3.8 8.6 5.2 5.2 0 0 1-3.8-8.6z" />;
    case 'closed':
      return <path className="fo-sign__line" d="M2.5 8.5l3.5 3.7 7.5-8" />;
    case 'new':
      return <circle className="fo-sign__fill" cx="8" cy="8" r="2.6" />;
    default:
      return <circle className="fo-sign__line fo-sign__line--dashed" cx="8" cy="8" r="6" />;
  }
}

/** The shape of a level, so that colour is never the only sign. */
export function Sign({ standing }: { readonly standing: Standing }) {
  return (
    <svg className={`fo-sign fo-sign--${standing}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <Shape standing={standing} />
    </svg>
  );
}

/** The word for a standing on its own, for filters and histories. */
export const standingWord = (standing: Standing): string => t(WORDS[standing]);

function words(group: Told, standing: Standing): string {
  if (standing === 'resting' && group.restingUntil)
    return t('level.restingUntil', { day: explained.date(group.restingUntil) });
  const own = standing === 'closed' || standing === 'new' ? OWN_WORD[group.state] : undefined;
  return own ? t(own) : standingWord(standing);
}

/** Sign, word and colour together: how a group stands, for staff. */
export function LevelTag({ group }: { readonly group: Told }) {
  const standing = standingOf(group);
  return <Tag standing={standing} said={words(group, standing)} />;
}

/** The same for the group's own people, who are asked and never judged. */
export function KindTag({ group }: { readonly group: Told }) {
  const standing = standingOf(group);
  if (standing === 'fading' || standing === 'at-risk') return <Tag standing="new" said={t('level.hand')} />;
  return <Tag standing={standing} said={words(group, standing)} />;
}

function Tag({ standing, said }: { readonly standing: Standing; readonly said: string }) {
  return (
    <strong className={`nhsuk-tag fo-level fo-level--${standing}`} lang={explainedIn()}>
      <Sign standing={standing} />
      {said}
    </strong>
  );
}
