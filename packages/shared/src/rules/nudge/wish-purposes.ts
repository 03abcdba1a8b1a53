import type { Consent } from './consent.js';
import { canRefuse } from './consent.js';
import type { Audience, Nudge } from './nudge.js';
import { nudges } from './nudges.js';

/** Stands in a consent where it is about everything of a channel. */
export const EVERYTHING = 'all';

type Word = Pick<Consent, 'purpose' | 'wants'> & { readonly channel: string };

const every: readonly Nudge[] = nudges;
const purposesOf = (some: readonly Nudge[]): string[] => [...new Set(some.map(({ purpose }) => purpose))];
const audiencesOf = ({ audience, alsoFor = [] }: Nudge): readonly Audience[] => [audience, ...alsoFor];

/** Purposes that a member hears of only after a yes. */
export const optInPurposes: readonly string[] = purposesOf(every.filter(({ needsOptIn }) => needsOptIn));

/** What somebody in these capacities may say yes or no to; the duties of staff are not among it. */
export const purposesFor = (capacities: readonly Audience[]): string[] =>
  purposesOf(
    every.filter((nudge) =>
      audiencesOf(nudge).some((one) => capacities.includes(one) && canRefuse(one, nudge.purpose)),
    ),
  );

interface Said {
  readonly consents: readonly Word[];
  readonly capacities: readonly Audience[];
  /** A group has them on its list of those who said yes to messages. */
  readonly onTheList: boolean;
}

/** Is a purpose wanted, as far as it was said for every channel? */
export function isPurposeWanted(purpose: string, said: Said): boolean {
  const word = said.consents.find((one) => one.channel === 'any' && one.purpose === purpose);
  if (word) return word.wants;
  const asked = { ...said, onTheList: isListAll(said) };
  return every.some(
    (nudge) => nudge.purpose === purpose && !nudge.onlyIfChosen && comesUnasked(nudge, asked),
  );
}

/** A list says yes to all it is for until its person has a word of their own; from then on each yes is one that was said. */
const isListAll = ({ onTheList, consents }: Said): boolean =>
  onTheList && !consents.some(({ channel, purpose }) => channel === 'any' && optInPurposes.includes(purpose));

const comesUnasked = (nudge: Nudge, { capacities, onTheList }: Said): boolean =>
  audiencesOf(nudge).some(
    (one) => capacities.includes(one) && (one !== 'member' || !nudge.needsOptIn || onTheList),
  );

/** A channel is wanted until somebody said no to it as a whole. */
export const isChannelWanted = (channel: string, consents: readonly Word[]): boolean =>
  consents.find((one) => one.channel === channel && one.purpose === EVERYTHING)?.wants ?? true;

const known = purposesOf(every);
export const isPurpose = (word: string): boolean => known.includes(word);

/**
 * The yeses and noes that a change adds to what was said. Somebody whose group has them on its list without a word of
 * their own has said yes to all that the list is for: with their first own word, that is written down as well.
 */
export function wordsOf(
  change: {
    readonly purposes?: Readonly<Record<string, boolean>> | undefined;
    readonly channels?: Readonly<Partial<Record<string, boolean>>> | undefined;
  },
  said: Said,
): Required<Word>[] {
  const { purposes = {}, channels = {} } = change;
  const isOfList = optInPurposes.some((purpose) => purpose in purposes) && isListAll(said);
  const kept = isOfList ? optInPurposes.filter((purpose) => isPurposeWanted(purpose, said)) : [];
  const all = { ...Object.fromEntries(kept.map((purpose) => [purpose, true])), ...purposes };
  const words = [
    ...Object.entries(all).map(([purpose, wants]) => ({ channel: 'any', purpose, wants })),
    ...Object.entries(channels).flatMap(([channel, wants]) =>
      wants === undefined ? [] : [{ channel, purpose: EVERYTHING, wants }],
    ),
  ];
  return words.filter((word) => !said.consents.some((old) => saysTheSame(old, word)));
}

const saysTheSame = (one: Word, other: Word): boolean =>
  one.channel === other.channel && one.purpose === other.purpose && one.wants === other.wants;
