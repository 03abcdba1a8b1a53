import type { MessageChannel } from './consent.js';
import { messageChannels } from './consent.js';

export type MessageFormat = 'standard' | 'large-print' | 'easy-read' | 'bsl' | 'paper';

export interface ChannelFacts {
  readonly mode: 'demo' | 'live';
  readonly format: MessageFormat;
  /** Where the person can be reached, without what is broken or removed. */
  readonly points: readonly { readonly id: string; readonly channel: MessageChannel }[];
  /** Whoever signs in has an address to sign in with; used where no other e-mail address was given. */
  readonly hasAccountEmail: boolean;
  /** A person may have said no to some ways, or to all of them for what this message is for. */
  readonly wants: (way: MessageChannel) => boolean;
  /** Which provider this installation has for a way. */
  readonly providers: { readonly [W in Exclude<MessageChannel, 'letter'>]?: string };
}

export type ChannelChoice =
  | { readonly send: string; readonly pointId: string | null }
  /** A person prints and posts it. */
  | { readonly toPrint: true; readonly pointId: string | null }
  /** A person makes it and gives it, not by post. */
  | { readonly byHand: true }
  /** Kept until somebody can be reached: an administrator sees it. */
  | { readonly hold: 'no-channel' | 'no-address' }
  | { readonly suppress: 'refused' };

/** On the screen of the demo; nothing leaves the machine. */
export const SCREEN = 'outbox';

/** The formats that machines can make; a person makes the others, as the Accessible Information Standard asks. */
const made: readonly MessageFormat[] = ['standard', 'large-print'];
const electronic = ['email', 'sms', 'push'] as const;

/** How this message reaches this person. Whether it may leave at all has been decided before. */
export function chooseChannel(facts: ChannelFacts): ChannelChoice {
  if (facts.mode === 'demo') return { send: SCREEN, pointId: null };
  const letter = facts.points.find(({ channel }) => channel === 'letter');
  if (!made.includes(facts.format)) return byPerson(facts, letter);
  return electronically(facts) ?? byPost(facts, letter) ?? whyNot(facts);
}

/** Who refuses post still gets what they can read. Paper is the post itself. */
function byPerson({ format, wants }: ChannelFacts, letter: { id: string } | undefined): ChannelChoice {
  if (wants('letter')) return { toPrint: true, pointId: letter?.id ?? null };
  return format === 'paper' ? { suppress: 'refused' } : { byHand: true };
}

function electronically(facts: ChannelFacts): ChannelChoice | undefined {
  for (const way of electronic) {
    const provider = facts.providers[way];
    const point = pointFor(facts, way);
    if (provider !== undefined && point && facts.wants(way)) return { send: provider, pointId: point.id };
  }
  return undefined;
}

function pointFor(
  { points, hasAccountEmail }: ChannelFacts,
  way: MessageChannel,
): { id: string | null } | undefined {
  const point = points.find(({ channel }) => channel === way);
  return point ?? (way === 'email' && hasAccountEmail ? { id: null } : undefined);
}

function byPost(facts: ChannelFacts, letter: { id: string } | undefined): ChannelChoice | undefined {
  return letter && facts.wants('letter') ? { toPrint: true, pointId: letter.id } : undefined;
}

function whyNot(facts: ChannelFacts): ChannelChoice {
  const known = messageChannels.filter((way) => pointFor(facts, way));
  if (known.length === 0) return { hold: 'no-address' };
  return !known.some((way) => facts.wants(way)) ? { suppress: 'refused' } : { hold: 'no-channel' };
}
