import type { EventName } from '@followon/shared/events/catalogue';
import type { Type } from '@nestjs/common';
import type { AnyReaction } from './reaction.js';

type Kind = EventName extends infer N ? (N extends `${infer K}.${string}` ? K : never) : never;

/**
 * What follows from every event of these kinds (the word before the first full stop). The compiler refuses an event
 * that is missing, or a reaction that does not read the event it is listed under; the order within one reactor is the
 * order in which they run.
 */
export type Reactions<K extends Kind = Kind> = {
  readonly [N in Extract<EventName, `${K}.${string}`>]: readonly Type<AnyReaction<N>>[];
};
