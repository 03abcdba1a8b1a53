import type { NewEvent } from '@followon/shared/db/ledger/append';
import type { EventName, Payload } from '@followon/shared/events/catalogue';
import type { Origin, StreamKind } from '@followon/shared/events/envelope';
import { londonInstant } from '@followon/shared/rules/calendar/london';
import { demoId } from './random.js';

export interface Stream {
  readonly streamId: string;
  /** Needed only for facts that any kind of stream may hold. */
  readonly streamKind?: StreamKind;
  readonly siteId: string;
}

export interface Told extends Stream {
  /** A civil date stands for the evening of that day. */
  readonly at: string | Date;
  readonly origin?: Origin;
}

const EVENING = '19:00';

export const atNight = (on: string): Date => londonInstant(on, EVENING);

/** A fact of the demo. History is told as an import, so that it is judged and nobody is written to about it. */
export function fact<N extends EventName>(told: Told, name: N, payload: Payload<N>): NewEvent {
  const { streamId, streamKind, siteId, at, origin = 'import' } = told;
  const occurredAt = typeof at === 'string' ? atNight(at) : at;
  const eventId = demoId('event', streamId, name, JSON.stringify(payload));
  return { ...(streamKind && { streamKind }), streamId, siteId, eventId, name, payload, occurredAt, origin };
}
