import type { WishesChange } from '../../contract/wishes.js';
import { addDays } from '../../rules/calendar/civil-date.js';
import type { SaidWishes } from '../../rules/nudge/wish-changes.js';
import { EVERYTHING } from '../../rules/nudge/wish-purposes.js';
import type { SaidBy } from './person.js';
import type { Authors, KeptConsent, KeptWishes } from './read-wishes.js';

/** What somebody said themselves, by page, link, text or the button of a mail program: nobody takes it back for them. */
export interface OwnWords {
  readonly badDay: boolean;
  readonly paused: boolean;
  readonly stopped: boolean;
  /** Purposes they said no to. */
  readonly purposes: readonly string[];
  /** Channels they said no to as a whole. */
  readonly channels: readonly string[];
}

/** Where nobody knows whose word it was, it is theirs. */
const isOwn = (by: SaidBy | null): boolean => by !== 'contact';
const isOwnNo = ({ wants, saidBy }: KeptConsent): boolean => !wants && isOwn(saidBy);
const isBad = ({ badUntil }: SaidWishes, today: string): boolean => badUntil !== null && badUntil >= today;
const isPaused = ({ pausedUntil }: SaidWishes, today: string): boolean =>
  pausedUntil !== null && pausedUntil > today;

/** @param today London's date */
export function ownWordsOf({ wishes, authors, consents }: KeptWishes, today: string): OwnWords {
  const noes = consents.filter(isOwnNo);
  return {
    badDay: isBad(wishes, today) && isOwn(authors.badBy),
    paused: isPaused(wishes, today) && isOwn(authors.pausedBy),
    stopped: wishes.stoppedAt !== null && isOwn(authors.stoppedBy),
    purposes: noes.filter(({ channel }) => channel === 'any').map(({ purpose }) => purpose),
    channels: noes.filter(({ purpose }) => purpose === EVERYTHING).map(({ channel }) => channel),
  };
}

/**
 * Whether a change takes back what its person said themselves, which is nobody else's to do. A longer pause and one more
 * "no" only add to it. A bad day is told to nobody, so it is not asked here: it stays (`changeKeptWishes`).
 * @param today London's date
 */
export function undoesOwnWord(kept: KeptWishes, change: WishesChange, today: string): boolean {
  const own = ownWordsOf(kept, today);
  if (own.stopped && startsAgain(change)) return true;
  if (own.paused && (change.startAgain || endsBefore(change, kept.wishes.pausedUntil, today))) return true;
  return saysYes(change.purposes, own.purposes) || saysYes(change.channels, own.channels);
}

const startsAgain = ({ stopAll, startAgain }: WishesChange): boolean =>
  startAgain === true || stopAll === false;

const saysYes = (asked: Readonly<Partial<Record<string, boolean>>> = {}, noes: readonly string[]): boolean =>
  noes.some((no) => asked[no] === true);

function endsBefore({ pause }: WishesChange, until: string | null, today: string): boolean {
  if (pause === undefined || until === null) return false;
  return pause === null || ('weeks' in pause ? addDays(today, pause.weeks * 7) : pause.until) < until;
}

interface Change {
  readonly change: WishesChange;
  readonly by: SaidBy;
  readonly today: string;
}

/** Whose words the wishes are after a change. One's own counts for more than one that somebody else wrote down. */
export function authorsOf(
  { wishes: was, authors }: KeptWishes,
  is: SaidWishes,
  { change, by, today }: Change,
): Authors {
  const author = (before: SaidBy | null, isSaid: boolean, stood: boolean): SaidBy | null =>
    isSaid && (isOwn(by) || !stood) ? by : before;
  const { badUntil, pausedUntil, stoppedAt } = is;
  return {
    badBy: badUntil === null ? null : author(authors.badBy, change.badDay === true, isBad(was, today)),
    pausedBy:
      pausedUntil === null ? null : author(authors.pausedBy, Boolean(change.pause), isPaused(was, today)),
    stoppedBy:
      stoppedAt === null ? null : author(authors.stoppedBy, change.stopAll === true, was.stoppedAt !== null),
  };
}
