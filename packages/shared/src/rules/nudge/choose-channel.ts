import type { Purpose } from './nudge.js';

/** How a message can reach a person; what a provider does for a way is the installation's to say. */
export const ways = ['email', 'sms', 'push', 'letter'] as const;
export type Way = (typeof ways)[number];

export type MessageFormat = 'standard' | 'large-print' | 'easy-read' | 'bsl' | 'paper';

export interface ChannelFacts {
  readonly mode: 'demo' | 'live';
  readonly format: MessageFormat;
  readonly purpose: Purpose;
  /** Where the person can be reached, without what is broken or removed. */
  readonly points: readonly { readonly id: string; readonly channel: Way }[];
  /** Whoever signs in has an address to sign in with; used where no other e-mail address was given. */
  readonly hasAccountEmail: boolean;
  /** The newest word for each channel and purpose; `any` and `all` stand for every one of them. */
  readonly consents: readonly {
    readonly channel: string;
    readonly purpose: string;
    readonly wants: boolean;
  }[];
  /** Which provider this installation has for a way. */
  readonly providers: { readonly [W in Exclude<Way, 'letter'>]?: string };
}

export type ChannelChoice =
  | { readonly send: string; readonly pointId: string | null }
  /** A person prints and posts it. */
  | { readonly toPrint: true; readonly pointId: string | null }
  /** Kept until somebody can be reached: an administrator sees it. */
  | { readonly hold: 'no-channel' | 'no-address' }
  | { readonly suppress: 'not-opted-in' };

/** On the screen of the demo; nothing leaves the machine. */
export const SCREEN = 'outbox';

/** The formats that machines can make; a person makes the others, as the Accessible Information Standard asks. */
const made: readonly MessageFormat[] = ['standard', 'large-print'];
const electronic = ['email', 'sms', 'push'] as const;

/** How this message reaches this person. Whether it may leave at all has been decided before. */
export function chooseChannel(facts: ChannelFacts): ChannelChoice {
  if (facts.mode === 'demo') return { send: SCREEN, pointId: null };
  const letter = facts.points.find(({ channel }) => channel === 'letter');
  if (!made.includes(facts.format)) return { toPrint: true, pointId: letter?.id ?? null };
  return electronically(facts) ?? byPost(facts, letter) ?? whyNot(facts);
}

function electronically(facts: ChannelFacts): ChannelChoice | undefined {
  for (const way of electronic) {
    const provider = facts.providers[way];
    const point = pointFor(facts, way);
    if (provider !== undefined && point && !isRefused(facts, way))
      return { send: provider, pointId: point.id };
  }
  return undefined;
}

function pointFor({ points, hasAccountEmail }: ChannelFacts, way: Way): { id: string | null } | undefined {
  const point = points.find(({ channel }) => channel === way);
  return point ?? (way === 'email' && hasAccountEmail ? { id: null } : undefined);
}

function byPost(facts: ChannelFacts, letter: { id: string } | undefined): ChannelChoice | undefined {
  return letter && !isRefused(facts, 'letter') ? { toPrint: true, pointId: letter.id } : undefined;
}

function whyNot(facts: ChannelFacts): ChannelChoice {
  const known = ways.filter((way) => pointFor(facts, way));
  if (known.length === 0) return { hold: 'no-address' };
  return known.every((way) => isRefused(facts, way)) ? { suppress: 'not-opted-in' } : { hold: 'no-channel' };
}

/** What was said of just this purpose counts before what was said of all of them. */
function isRefused({ consents, purpose }: ChannelFacts, way: Way): boolean {
  const said = consents.filter(({ channel }) => channel === way);
  const word = said.find((one) => one.purpose === purpose) ?? said.find((one) => one.purpose === 'all');
  return word?.wants === false;
}
