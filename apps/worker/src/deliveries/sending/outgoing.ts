import { londonDate } from '@followon/shared/rules/calendar/london';
import type { Letter } from '@followon/shared/messages/written/letter';
import { writeLetter } from '@followon/shared/messages/written/letter';
import { inWhichLanguages } from '@followon/shared/rules/nudge/in-which-languages';
import type { Messenger, Outgoing } from '../channels/messenger.js';
import type { Claimed } from '../claim.js';
import { addressOf } from './choose.js';
import type { Reach } from './reach.js';
import type { Leased } from './write-decisions.js';

type Way = Messenger['way'];

/** What the edge of the product knows, and nothing behind it. */
interface Edge {
  readonly secret: string;
  readonly publicUrl: string;
}

const NO_LETTER: Letter = {
  ...{ format: 'standard', subject: '', stop: undefined },
  parts: [{ language: 'en', subject: '', lines: [], choices: [] }],
};

/** The demo's screen makes the words itself, for whoever looks. */
export const onScreen = ({ id, idem_key }: Claimed): Outgoing => ({
  ...{ idemKey: idem_key, deliveryId: id, to: '', letter: NO_LETTER },
});

/** The words of a message, for its reader; undefined where the catalogue has none any more. */
export function letterFor(
  { key, audience, group_id, programme_id, person_kind }: Claimed,
  known: Reach,
  {
    links = [],
    sending,
    way,
    now,
  }: { links: Parameters<typeof writeLetter>[1] | undefined; sending: Edge; way: Way; now: Date },
): Letter | undefined {
  const about = { groupId: group_id ?? undefined, programmeId: programme_id ?? undefined };
  const facts = {
    ...known,
    ...about,
    languages: inWhichLanguages(known.chosen, known.country),
    key,
    audience,
    today: londonDate(now),
    canSignIn: person_kind === 'account',
    isText: way === 'sms',
  };
  return writeLetter(facts, links, sending.publicUrl);
}

/** What its provider gets; undefined where nothing can be made of it. */
export function outgoingFor(
  { claimed: { id, idem_key }, pointId }: Leased,
  { known, letter, sending }: { known: Reach; letter: Letter | undefined; sending: Edge },
): Outgoing | undefined {
  if (!letter) return undefined;
  try {
    return { idemKey: idem_key, deliveryId: id, to: addressOf(known, pointId, sending.secret), letter };
  } catch {
    return undefined;
  }
}
