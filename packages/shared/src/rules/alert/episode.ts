import type { HealthCause } from './causes.js';
import { healthCauses } from './causes.js';

export type Level = 'steady' | 'watch' | 'fading' | 'at-risk';
export type GroupState = 'forming' | 'meeting' | 'resting' | 'merged' | 'closed-well' | 'closed' | 'unknown';

export type WithdrawnBecause =
  | 'level-fell'
  | 'superseded'
  | 'joined-gone-quiet'
  | 'joined-told'
  | 'silence-ended'
  | 'register-corrected'
  | 'marks-changed'
  | 'group-resting'
  | 'group-merged'
  | 'group-closed';

export type Decision = {
  readonly open: readonly HealthCause[];
  readonly withdraw: readonly { readonly cause: HealthCause; readonly because: WithdrawnBecause }[];
};

export type Standing = {
  /** Null: too early to tell, or the group is not meeting. */
  readonly level: Level | null;
  /** Nothing but silence speaks for the level: no register shows fewer people. */
  readonly silenceOnly: boolean;
  readonly quiet: boolean;
  /** See `whatSpeaks`; false when left out. */
  readonly toldOnly?: boolean;
  readonly heldOver?: boolean;
  readonly groupState: GroupState;
  /** The group's episodes that are neither withdrawn nor resolved. */
  readonly open: readonly { readonly cause: HealthCause }[];
};

export type Change = Standing & {
  readonly previousLevel: Level | null;
  /** As it was at `previousLevel`; false when left out. */
  readonly wasSilenceOnly?: boolean;
  readonly wasToldOnly?: boolean;
  /** Causes whose latest episode was taken into another one: they may come back without a rise of the level. */
  readonly takenIn?: readonly HealthCause[];
  /** Say true when the silence is old news, or an episode that somebody resolved opens again; false when left out. */
  readonly wasQuiet?: boolean;
  readonly origin: 'live' | 'import' | 'replay';
  /** The change comes from a corrected register. */
  readonly corrected?: boolean;
};

const RANK: { readonly [L in Level]: number } = { steady: 0, watch: 1, fading: 2, 'at-risk': 3 };

/** In these states nobody is asked to act, whatever the registers say. */
const RESTFUL: { readonly [S in GroupState]?: WithdrawnBecause } = {
  resting: 'group-resting',
  merged: 'group-merged',
  'closed-well': 'group-closed',
  closed: 'group-closed',
};

/** Why nobody is asked to act in this state; undefined where they may be. */
export const restfulBecause = (state: GroupState): WithdrawnBecause | undefined => RESTFUL[state];

/**
 * Which episodes a change opens and which it withdraws. An alert opens once, when its cause becomes true, and never
 * twice while it is open. A level that silence alone raised belongs to the gone-quiet episode, and so does one that only
 * falls slowly when the group goes quiet; a level that a told fact alone raised belongs to that fact's episode. `at-risk`
 * takes the place of `fading`, and falling back from it opens nothing: that is good news. While history is being imported
 * nothing is said or taken back; `settleAfterImport` does both at its end.
 */
export function decideEpisodes(change: Change): Decision {
  if (change.origin !== 'live') return { open: [], withdraw: [] };
  const isDue = (cause: HealthCause): boolean => hasBegun(cause, change) || comesBack(cause, change);
  const open = healthCauses.filter(
    (cause) => isTrue(cause, change) && isDue(cause) && !isOpen(cause, change),
  );
  return { open, withdraw: noLongerTrue(change, change.corrected ? 'register-corrected' : undefined) };
}

/** When an import ends its group gets its present level and at most one alert, the weightiest that is true. */
export function settleAfterImport(standing: Standing): Decision {
  const weightiest = healthCauses.find((cause) => isTrue(cause, standing));
  const alreadyTold = standing.open.some(({ cause }) => isTrue(cause, standing));
  return {
    open: weightiest && !alreadyTold ? [weightiest] : [],
    withdraw: noLongerTrue(standing),
  };
}

export type MarksChange = Omit<Change, 'open'> & {
  readonly open: readonly { readonly cause: HealthCause; readonly byMarks?: boolean }[];
  /** Whose latest episode other marks took back. */
  readonly takenBack: readonly HealthCause[];
};

/**
 * When other marks are set the group is what it was. What is not true under them is withdrawn. What becomes true opens, and
 * so does what earlier marks took back: setting marks and going back leaves the same episodes open. A group that was at
 * risk by its own doing and is fading under the new marks stays in sight as fading.
 */
export function settleAfterMarks(change: MarksChange): Decision {
  const withdraw = noLongerTrue(change, 'marks-changed');
  const stepsDown = change.open.some(({ cause, byMarks }) => cause === 'at-risk' && !byMarks);
  const isDue = (cause: HealthCause): boolean =>
    hasBegun(cause, change) || change.takenBack.includes(cause) || (cause === 'fading' && stepsDown);
  const open = healthCauses.filter(
    (cause) => isTrue(cause, change) && !isOpen(cause, change) && isDue(cause),
  );
  return { open, withdraw };
}

/** Does this cause hold now? Also what is asked again just before a message about it leaves. */
export function isTrue(cause: HealthCause, standing: Omit<Standing, 'open'>): boolean {
  if (RESTFUL[standing.groupState]) return false;
  if (cause === 'gone-quiet') return isQuiet(standing);
  return standing.level === cause && !isOfAnother(standing);
}

/** Another episode of the group speaks for its level: of its silence, or of what people told. */
function isOfAnother({
  level,
  silenceOnly,
  toldOnly = false,
  heldOver = false,
  quiet,
}: Omit<Standing, 'open'>) {
  return silenceOnly || toldOnly || (level === 'fading' && quiet && heldOver);
}

const comesBack = (cause: HealthCause, { takenIn = [], heldOver = false }: Change): boolean =>
  takenIn.includes(cause) && !heldOver;

function hasBegun(cause: HealthCause, change: Change): boolean {
  const { level, previousLevel, silenceOnly, wasSilenceOnly = false, wasQuiet = false } = change;
  const { toldOnly = false, wasToldOnly = false } = change;
  if (cause === 'gone-quiet') {
    return !isQuiet({ level: previousLevel, silenceOnly: wasSilenceOnly, quiet: wasQuiet });
  }
  return (
    byRegisters(level, silenceOnly || toldOnly) > byRegisters(previousLevel, wasSilenceOnly || wasToldOnly)
  );
}

function isQuiet({ level, silenceOnly, quiet }: Pick<Standing, 'level' | 'silenceOnly' | 'quiet'>): boolean {
  return quiet || (silenceOnly && level !== null && RANK[level] >= RANK.fading);
}

/** How far the registers alone raised the level. */
function byRegisters(level: Level | null, byOthers: boolean): number {
  return level === null || byOthers ? 0 : RANK[level];
}

function isOpen(cause: HealthCause, { open }: Standing): boolean {
  return open.some((episode) => episode.cause === cause);
}

type Rewritten = Extract<WithdrawnBecause, 'register-corrected' | 'marks-changed'>;

function noLongerTrue(standing: Standing, rewritten?: Rewritten): Decision['withdraw'] {
  return healthCauses
    .filter((cause) => isOpen(cause, standing) && !isTrue(cause, standing))
    .map((cause) => ({ cause, because: whyWithdrawn(cause, standing, rewritten) }));
}

function whyWithdrawn(cause: HealthCause, standing: Standing, rewritten?: Rewritten): WithdrawnBecause {
  const restful = RESTFUL[standing.groupState];
  if (restful) return restful;
  const isSuperseded = cause === 'fading' && isTrue('at-risk', standing);
  if (isSuperseded && rewritten !== 'marks-changed') return 'superseded';
  return rewritten ?? whyEnded(cause, standing);
}

function whyEnded(cause: HealthCause, standing: Standing): WithdrawnBecause {
  if (cause === 'gone-quiet') return 'silence-ended';
  if (standing.level !== cause) return standing.silenceOnly ? whyJoined(standing) : 'level-fell';
  return whyJoined(standing);
}

function whyJoined(standing: Standing): WithdrawnBecause {
  if (standing.toldOnly && !standing.silenceOnly) return 'joined-told';
  return isTrue('gone-quiet', standing) ? 'joined-gone-quiet' : 'level-fell';
}
