import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import type { WishesChange } from '../../contract/wishes.js';
import type { Audience } from '../../rules/nudge/nudge.js';
import type { SaidWishes, WishTrouble } from '../../rules/nudge/wish-changes.js';
import { changeWishes, isTrouble } from '../../rules/nudge/wish-changes.js';
import { EVERYTHING, isPurpose, wordsOf } from '../../rules/nudge/wish-purposes.js';
import { authorsOf, ownWordsOf } from './own-words.js';
import type { Person, SaidBy } from './person.js';
import type { KeptWishes } from './read-wishes.js';
import { holdWishes, readWishes } from './read-wishes.js';
import type { Word } from './write-wishes.js';
import { keepAddress, removeAddress, writeConsents, writeWishes } from './write-wishes.js';

export interface Changing {
  readonly change: WishesChange;
  readonly capacities: readonly Audience[];
  readonly by: SaidBy;
  readonly at: Date;
  /** London's date. */
  readonly today: string;
  /** Seals an address; 64 hexadecimal digits. */
  readonly secret: string;
  /** Asked under the lock, before anything is written. @throws what stops the change */
  readonly check?: (kept: KeptWishes) => void;
}

/** What somebody has had enough of: a purpose on any channel, a channel as a whole, or everything. */
export interface OptOut {
  readonly purpose: string;
  readonly channel: string;
}

export interface Changed {
  /** False: all of it was so already, and nothing was written. */
  readonly isNew: boolean;
  readonly optOuts: readonly OptOut[];
}

/** Changes what somebody said about their messages, in the caller's transaction; one change at a time for each person. */
export async function changeKeptWishes(
  manager: EntityManager,
  person: Person,
  changing: Changing,
): Promise<Changed | WishTrouble> {
  const { change, at, today } = changing;
  await holdWishes(manager, person);
  const kept = await readWishes(manager, person);
  changing.check?.(kept);
  const said = unknownPurpose(change) ?? changeWishes(kept.wishes, change, { today, now: at });
  if (isTrouble(said)) return said;
  const wishes = withTheirBadDay(kept, said, changing);
  const words = wordsOf(change, { ...kept, capacities: changing.capacities });
  const authors = authorsOf(kept, wishes, changing);
  const isSame = isDeepStrictEqual({ ...wishes, ...authors }, { ...kept.wishes, ...kept.authors });
  const isNew = changesAddress(change, kept) || words.length > 0 || !isSame;
  if (!isNew) return { isNew, optOuts: [] };
  await writeWishes(manager, person, { wishes, authors, at });
  await writeConsents(manager, person, { consents: words, at, by: changing.by });
  await changeAddress(manager, person, changing);
  return { isNew, optOuts: [...stopsOf(kept.wishes, wishes), ...words.filter(isNo).map(asOptOut)] };
}

function unknownPurpose({ purposes = {} }: WishesChange): WishTrouble | undefined {
  const unknown = Object.keys(purposes).find((purpose) => !isPurpose(purpose));
  return unknown === undefined
    ? undefined
    : { path: `purposes.${unknown}`, message: 'There are no messages of this kind.' };
}

/** Whoever writes a bad day off for somebody is not told that it was theirs to say, and stays. */
function withTheirBadDay(kept: KeptWishes, wishes: SaidWishes, { by, today }: Changing): SaidWishes {
  const stays = by === 'contact' && ownWordsOf(kept, today).badDay;
  return stays ? { ...wishes, badUntil: kept.wishes.badUntil } : wishes;
}

const stopsOf = (before: SaidWishes, after: SaidWishes): OptOut[] =>
  after.stoppedAt && !before.stoppedAt ? [{ purpose: EVERYTHING, channel: 'any' }] : [];

const isNo = ({ wants }: Word): boolean => !wants;
const asOptOut = ({ purpose, channel }: Word): OptOut => ({ purpose, channel });

const changesAddress = (
  { address: given, removeAddress: channel }: WishesChange,
  { addresses }: KeptWishes,
): boolean => given !== undefined || addresses.some((address) => address.channel === channel);

async function changeAddress(
  manager: EntityManager,
  person: Person,
  { change: { address, removeAddress: channel }, at, secret }: Changing,
): Promise<void> {
  if (channel) await removeAddress(manager, person, { channel, at });
  if (address) await keepAddress(manager, person, { ...address, at, secret });
}
