import { randomUUID } from 'node:crypto';
import type { NewEvent } from '@followon/shared/db/ledger/append';
import { appendAll } from '@followon/shared/db/ledger/append';
import type { DomainEvent, EventName } from '@followon/shared/events/catalogue';
import type { Origin } from '@followon/shared/events/envelope';
import type { EntityManager } from 'typeorm';
import type { AnyReaction, FollowOn, Outcome, Reactor, Within } from './reaction.js';

interface OutcomeRow {
  readonly reactor: Reactor;
  readonly event_id: string;
  readonly reaction: string;
  readonly did: boolean;
  readonly what: string;
}

/** An import's history speaks to nobody; only the alert that its end opens does. */
export const originAfter = (cause: DomainEvent, name: EventName): Origin =>
  cause.name === 'registers.imported.v1' && name.startsWith('alert.') ? 'live' : cause.origin;

/** What one transaction of the dispatcher gathers and writes at its end, in two statements. */
export class Batch implements Within {
  private readonly facts: NewEvent[] = [];
  private readonly outcomes: OutcomeRow[] = [];

  constructor(
    readonly manager: EntityManager,
    readonly now: Date,
    private readonly streamId: string,
  ) {}

  /** A property, not a method: reactions take it out of what they are given. */
  readonly append = <N extends EventName>({ because, name, payload, stream }: FollowOn<N>): string => {
    const eventId = randomUUID();
    const fact = {
      eventId,
      name,
      payload,
      streamId: stream?.id ?? because.streamId,
      streamKind: stream?.kind ?? because.streamKind,
      siteId: because.siteId,
      origin: originAfter(because, name),
      causedBy: because.id,
      occurredAt: this.now,
    };
    this.facts.push(fact);
    return eventId;
  };

  keep({ reactor, name }: AnyReaction, { id }: DomainEvent, outcome: Outcome | undefined): void {
    if (!outcome) return;
    const did = 'did' in outcome;
    this.outcomes.push({ reactor, event_id: id, reaction: name, did, what: did ? outcome.did : outcome.skipped });
  }

  /** Not yet in the ledger. */
  get gathered(): readonly NewEvent[] {
    return this.facts;
  }

  /** True when this stream now holds more to read. */
  get wroteHere(): boolean {
    return this.facts.some(({ streamId }) => streamId === this.streamId);
  }

  /** Events last: their stream heads are the locks that others wait for. */
  async write(siteId: string, cursors: ReadonlyMap<Reactor, number>): Promise<void> {
    await appendAll(this.manager, this.facts);
    await moveCursors(this.manager, { streamId: this.streamId, siteId, cursors, outcomes: this.outcomes });
  }
}

interface Move {
  readonly streamId: string;
  readonly siteId: string;
  readonly cursors: ReadonlyMap<Reactor, number>;
  readonly outcomes: readonly OutcomeRow[];
}

const MOVE = `
  with kept as (
    insert into reaction_outcome (reactor, event_id, site_id, reaction, did, what)
    select reactor, event_id, $3::uuid, reaction, did, what
    from jsonb_to_recordset($4::jsonb) as o(reactor text, event_id uuid, reaction text, did boolean, what text)
  )
  update reactor_cursor c set last_seq = m.seq, attempts = 0, retry_at = null, last_error = null
  from jsonb_to_recordset($1::jsonb) as m(reactor text, seq bigint)
  where c.stream_id = $2 and c.reactor = m.reactor`;

async function moveCursors(manager: EntityManager, { streamId, siteId, cursors, outcomes }: Move): Promise<void> {
  const moves = [...cursors].map(([reactor, seq]) => ({ reactor, seq }));
  await manager.query(MOVE, [JSON.stringify(moves), streamId, siteId, JSON.stringify(outcomes)]);
}
