import type { Audience, Nudge, Purpose } from './nudge.js';

/** The ways on which a message can reach a person. */
export const messageChannels = ['email', 'sms', 'push', 'letter'] as const;
export type MessageChannel = (typeof messageChannels)[number];

/** What somebody said of a purpose (`all`: of every one) on a channel (`any`: on every one). */
export type Consent = {
  readonly channel: MessageChannel | 'any';
  readonly purpose: string;
  readonly wants: boolean;
  readonly saidAt: Date;
};

/** The duties of staff: what somebody else's safety hangs on. All else may be refused by anybody (docs/decisions/0027). */
const duties: readonly Purpose[] = ['handover-task', 'staff-alert'];

/** May a "no" to this purpose be taken from somebody who is spoken to in this capacity? */
export const canRefuse = (audience: Audience, purpose: Purpose): boolean =>
  audience !== 'staff' || !duties.includes(purpose);

export type Asked = {
  readonly nudge: Pick<Nudge, 'purpose' | 'needsOptIn' | 'onlyIfChosen'>;
  readonly audience: Audience;
  /** A member who said yes to messages when they joined. */
  readonly optedIn: boolean;
  readonly consents: readonly Consent[];
};

/**
 * Why a message may not use this channel, or without one, any channel at all. Two things are asked: is its purpose wanted,
 * and is the channel wanted as a whole? A yes to the one never undoes a no to the other.
 */
export function whyNotWanted(asked: Asked, channel?: MessageChannel): 'refused' | 'not-opted-in' | undefined {
  const answers = (channel ? [channel] : messageChannels).map((one) => whyNotBy(asked, one));
  if (answers.includes(undefined)) return undefined;
  return answers.includes('refused') ? 'refused' : 'not-opted-in';
}

function whyNotBy(asked: Asked, channel: MessageChannel): 'refused' | 'not-opted-in' | undefined {
  if (newest(asked, channel, 'all')?.wants === false) return 'refused';
  const { audience, nudge } = asked;
  if (!canRefuse(audience, nudge.purpose)) return undefined;
  const word = newest(asked, channel, nudge.purpose);
  if (word) return word.wants ? undefined : 'refused';
  return isWantedUnasked(asked) ? undefined : 'not-opted-in';
}

/** Members are written to after they said yes; whoever has a part in running things, until they say no. */
function isWantedUnasked({ nudge, audience, optedIn }: Asked): boolean {
  if (nudge.onlyIfChosen) return false;
  return audience !== 'member' || !nudge.needsOptIn || optedIn;
}

/** The newest word counts, whoever wrote it down; of two at one moment, the "no". */
function newest({ consents }: Asked, channel: MessageChannel, purpose: string): Consent | undefined {
  return consents
    .filter((word) => word.purpose === purpose && (word.channel === channel || word.channel === 'any'))
    .reduce<Consent | undefined>((last, word) => (last && isNewer(last, word) ? last : word), undefined);
}

const isNewer = (one: Consent, other: Consent): boolean =>
  one.saidAt > other.saidAt || (one.saidAt.getTime() === other.saidAt.getTime() && !one.wants);
