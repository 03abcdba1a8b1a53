import type { DomainEvent } from '@followon/shared/events/catalogue';
import { isEventName, parsePayload } from '@followon/shared/events/catalogue';
import type { Origin, StreamKind } from '@followon/shared/events/envelope';

/** A row of the ledger as the dispatcher reads it. */
export interface EventRow {
  readonly event_id: string;
  readonly seq: number;
  readonly name: string;
  readonly payload: unknown;
  readonly origin: Origin;
  readonly caused_by: string | null;
  /** Since 1970: dates as text cost more to read than all the rest of an event. */
  readonly occurred_ms: number;
}

export interface StreamOf {
  readonly streamId: string;
  readonly streamKind: StreamKind;
  readonly siteId: string;
}

/** An event that the catalogue understands, or why it does not. Never the payload: it may hold anything. */
export type Read =
  | { readonly id: string; readonly seq: number; readonly name: string; readonly event: DomainEvent }
  | { readonly id: string; readonly seq: number; readonly name: string; readonly fault: string };

export function readEvent(row: EventRow, stream: StreamOf): Read {
  const head = { id: row.event_id, seq: row.seq, name: row.name };
  if (!isEventName(row.name)) return { ...head, fault: 'an event of this name is not in the catalogue' };
  try {
    const payload = parsePayload(row.name, row.payload);
    const envelope = {
      ...stream,
      id: row.event_id,
      seq: row.seq,
      origin: row.origin,
      causedBy: row.caused_by,
      occurredAt: new Date(row.occurred_ms),
    };
    return { ...head, event: { ...envelope, name: row.name, payload } as DomainEvent };
  } catch {
    return { ...head, fault: 'the payload does not have the shape that its name promises' };
  }
}

/**
 * Events commit in the order of their stream without gaps, so a gap is a bug or tampering.
 * @throws Error naming the stream and the missing number.
 */
export function refuseGaps(streamId: string, after: number, rows: readonly EventRow[]): void {
  rows.forEach(({ seq }, index) => {
    const expected = after + 1 + index;
    if (seq !== expected)
      throw new Error(`stream ${streamId} has a gap: event ${expected} is missing before ${seq}`);
  });
}
