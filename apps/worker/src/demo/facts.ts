import type { NewEvent } from '@followon/shared/db/ledger/append';
import type { EventName, Payload } from '@followon/shared/events/catalogue';
import type { Origin } from '@followon/shared/events/envelope';
import { londonInstant } from '@followon/shared/rules/calendar/london';
import { demoId } from './random.js';

export interface Stream {
  readonly streamId: string;
  readonly siteId: string;
}

export interface Told {
  /** A civil date stands for the evening of that day. */
  readonly at: string | Date;
  readonly origin?: Origin;
}

const EVENING = '19:00';

export const atNight = (on: string): Date => londonInstant(on, EVENING);

/** A fact of the demo. History is told as an import, so that it is judged and nobody is written to about it. */
export function fact<N extends EventName>(
  stream: Stream,
  name: N,
  payload: Payload<N>,
  { at, origin = 'import' }: Told,
): NewEvent {
  const occurredAt = typeof at === 'string' ? atNight(at) : at;
  const eventId = demoId('event', stream.streamId, name, JSON.stringify(payload));
  return { ...stream, eventId, name, payload, occurredAt, origin } as NewEvent;
}
