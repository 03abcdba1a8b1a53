import { addDays, daysBetween } from '../calendar/civil-date.js';
import type { Evidence, Setting } from './evidence.js';
import type { ClearsWhen, Level, Reason, ReasonKey } from './facts.js';
import { parameters } from './parameters.js';

/** What is known of a group beside its numbers, with its weight and the day since when it is true. */
type Piece = { readonly weight: number; readonly since: string; readonly reason: Reason | undefined };

/** What the rules found at the last meeting, and since when. */
export type RulesSaid = {
  readonly turnoutSince: string | null;
  readonly tooFewSince: string | null;
  /** Since when there has been nothing for twice the usual gap. */
  readonly silentSince: string | null;
};

export type ContextFinding = {
  readonly level: Level | null;
  readonly reasons: readonly Reason[];
  readonly clearsWhen: ClearsWhen | null;
};

/**
 * Weights and marks of design section 5.3 (docs/decisions/0013-group-health-engine.md). What a group says about itself is
 * worth more than any formula, but one thing alone, other than a call for help, only makes us watch.
 */
const weights = {
  turnout: 3,
  silence: 3,
  'roles-vacant': 3,
  'one-carries': 2,
  tooFew: 2,
  'nobody-new': 1,
  'help-asked': 5,
  'venue-lost': 2,
  conflict: 2,
} as const;
const WATCH_FROM = 3;
const FADING_FROM = 5;
const STANDS_FOR_DAYS = 14;
const ROLE_HOLDERS_AT_LEAST = 2;
const NOBODY_NEW_DAYS = 183; // six months

const nothing: ContextFinding = { level: null, reasons: [], clearsWhen: null };

/** What the group says, and what is known around it, as of a day. */
export function contextOn(
  evidence: Evidence,
  setting: Setting,
  { day, rules }: { readonly day: string; readonly rules: () => RulesSaid },
): ContextFinding {
  const pieces = [
    ...reportedOn(setting, day),
    ...rolesOn(setting, day),
    ...newcomersOn(evidence, setting, day),
  ];
  if (pieces.length === 0) return nothing;
  const all = [...pieces, ...ruledOn(rules(), day)];
  const asked = pieces.some(({ reason }) => reason?.key === 'help-asked');
  const settled = all.filter(({ since }) => daysBetween(since, day) >= STANDS_FOR_DAYS);
  const level = asked || sum(settled) >= FADING_FROM ? 'fading' : sum(all) >= WATCH_FROM ? 'watch' : null;
  const reasons = [...pieces].sort((a, b) => b.weight - a.weight).flatMap(({ reason }) => reason ?? []);
  const isRole = reasons[0]?.key === 'roles-vacant';
  return { level, reasons, clearsWhen: level === null ? null : { key: isRole ? 'role-taken' : 'settled' } };
}

const sum = (pieces: readonly Piece[]): number => pieces.reduce((total, { weight }) => total + weight, 0);

const told = (key: ReasonKey, sinceOn: string): Reason => ({ key, sinceOn, meetingIds: [] });

const reportedOn = ({ reported }: Setting, day: string): Piece[] =>
  reported
    .filter(({ on, until }) => on <= day && (until === null || day < until))
    .map(({ kind, on }) => ({ weight: weights[kind], since: on, reason: told(kind, on) }));

/** Fewer than two role holders, or no contact person: somebody should not carry a group alone. */
function rolesOn({ roles }: Setting, day: string): Piece[] {
  const known = roles.filter(({ on }) => on <= day);
  let since: string | null = null;
  for (const { on, holders, contacts } of known) {
    const isVacant = holders < ROLE_HOLDERS_AT_LEAST || contacts === 0;
    since = isVacant ? (since ?? on) : null;
  }
  return since === null
    ? []
    : [{ weight: weights['roles-vacant'], since, reason: told('roles-vacant', since) }];
}

/** Only where somebody looked, the last time after those six months: a register without names is not one without newcomers. */
function newcomersOn({ newcomers, recorded }: Evidence, { welcomesNew }: Setting, day: string): Piece[] {
  if (!welcomesNew || newcomers === null || recorded < parameters.meetingsForALevel) return [];
  const since = addDays(newcomers.lastOn, NOBODY_NEW_DAYS);
  if (since > day || newcomers.lookedOn < since) return [];
  return [{ weight: weights['nobody-new'], since, reason: told('nobody-new', newcomers.lastOn) }];
}

/** The rules count here too, but speak for themselves. */
function ruledOn({ turnoutSince, tooFewSince, silentSince }: RulesSaid, day: string): Piece[] {
  const pieces = [
    { weight: weights.turnout, since: turnoutSince },
    { weight: weights.tooFew, since: tooFewSince },
    { weight: weights.silence, since: silentSince },
  ];
  return pieces.flatMap(({ weight, since }) =>
    since !== null && since <= day ? [{ weight, since, reason: undefined }] : [],
  );
}
