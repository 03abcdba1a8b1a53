import { randomUUID } from 'node:crypto';
import type { LiveMessage } from '@followon/shared/contract/demo';
import type { NewEvent } from '@followon/shared/db/ledger/append';
import { appendNumbered } from '@followon/shared/db/ledger/append';
import { prepared } from '@followon/shared/db/prepared';
import type { DomainEvent, EventName } from '@followon/shared/events/catalogue';
import type { Origin } from '@followon/shared/events/envelope';
import type { EntityManager } from 'typeorm';
import type { AnyReaction, FollowOn, Outcome, Reactor, Within } from './reaction.js';
import type { Read, StreamOf } from './stored-events.js';

interface OutcomeRow {
  readonly reactor: Reactor;
  readonly event_id: string;
  readonly reaction: string;
  readonly did: boolean;
  readonly what: string;
}

/** An import's history speaks to nobody; only the alert that its end opens does. */
const originAfter = (cause: DomainEvent, name: EventName): Origin =>
  cause.name === 'registers.imported.v1' && name.startsWith('alert.') ? 'live' : cause.origin;

/** Somebody else's event came between what was read and what follows from it: nothing is kept, the stream is read again. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

/** What one transaction of the dispatcher gathers and writes at its end, in two statements. */
export class Batch implements Within {
  private readonly facts: NewEvent[] = [];
  private readonly outcomes: OutcomeRow[] = [];
  private readonly following: Read[] = [];
  private readonly writes: Promise<unknown>[] = [];
  private isPushed = false;

  constructor(
    readonly manager: EntityManager,
    readonly now: Date,
    private readonly stream: StreamOf & { readonly lastSeq: number },
  ) {}

  /** A property, not a method: reactions take it out of what they are given. */
  readonly append = <N extends EventName>({ because, name, payload, stream }: FollowOn<N>): string => {
    const id = randomUUID();
    const streamId = stream?.id ?? because.streamId;
    const streamKind = stream?.kind ?? because.streamKind;
    const shared = {
      name,
      payload,
      streamId,
      streamKind,
      siteId: because.siteId,
      origin: originAfter(because, name),
      causedBy: because.id,
    };
    this.facts.push({ ...shared, eventId: id, occurredAt: this.now });
    if (streamId === this.stream.streamId) this.follow({ ...shared, id, occurredAt: this.now });
    return id;
  };

  readonly later = (write: Promise<unknown>): void => {
    write.catch(() => undefined); // a reaction may throw first: then nobody waits for it
    this.writes.push(write);
  };

  readonly push = (): void => {
    this.isPushed = true;
  };

  private follow(event: Omit<DomainEvent, 'seq'>): void {
    const seq = this.upTo + 1;
    this.following.push({ id: event.id, seq, name: event.name, event: { ...event, seq } as DomainEvent });
  }

  keep({ reactor, name }: AnyReaction, { id }: DomainEvent, outcome: Outcome | undefined): void {
    if (!outcome) return;
    const did = 'did' in outcome;
    this.outcomes.push({
      reactor,
      event_id: id,
      reaction: name,
      did,
      what: did ? outcome.did : outcome.skipped,
    });
  }

  /** Events of this stream that follow, under the numbers they will have unless somebody else is faster. */
  get ahead(): readonly Read[] {
    return this.following;
  }

  /** The last event of the stream, those that follow included. */
  get upTo(): number {
    return this.stream.lastSeq + this.following.length;
  }

  /** Something was said on a stream that is not the one being read: its readers have to be rung for. */
  get isHeardElsewhere(): boolean {
    return this.facts.some(({ streamId }) => streamId !== this.stream.streamId);
  }

  /** Not yet in the ledger. */
  get gathered(): readonly NewEvent[] {
    return this.facts;
  }

  /**
   * Events last: their stream heads are the locks that others wait for.
   * @param isReadByAll every reactor has read what follows on this stream, so nobody need be rung for it
   * @throws Overtaken when events were read ahead of somebody else's
   */
  async write(
    cursors: ReadonlyMap<Reactor, number>,
    { isReadByAll }: { readonly isReadByAll: boolean },
  ): Promise<void> {
    const facts = this.facts.map((fact) => ({
      ...fact,
      isRead: isReadByAll && fact.streamId === this.stream.streamId,
    }));
    const [numbered] = await Promise.all([
      appendNumbered(this.manager, facts),
      this.move(cursors),
      ...this.writes,
    ]);
    const isReadAhead = Math.max(...cursors.values()) > this.stream.lastSeq;
    const seqOf = new Map(numbered.map(({ eventId, seq }) => [eventId, seq]));
    if (isReadAhead && this.following.some(({ id, seq }) => seqOf.get(id) !== seq))
      throw new Overtaken(`on stream ${this.stream.streamId}`);
  }

  private async move(cursors: ReadonlyMap<Reactor, number>): Promise<void> {
    const moves = [...cursors].map(([reactor, seq]) => ({ reactor, seq }));
    const { streamId, siteId } = this.stream;
    await prepared(this.manager, MOVE, [
      JSON.stringify(moves),
      streamId,
      siteId,
      JSON.stringify(this.outcomes),
      this.message(),
    ]);
  }

  private message(): string | null {
    const { streamId, streamKind, siteId } = this.stream;
    const message: LiveMessage = { kind: streamKind, id: streamId, siteId };
    return this.isPushed ? JSON.stringify(message) : null;
  }
}

const MOVE = {
  name: 'move-cursors',
  text: `
  with kept as (
    insert into reaction_outcome (reactor, event_id, site_id, reaction, did, what)
    select reactor, event_id, $3::uuid, reaction, did, what
    from jsonb_to_recordset($4::jsonb) as o(reactor text, event_id uuid, reaction text, did boolean, what text)
  )
  update reactor_cursor c set last_seq = m.seq, attempts = 0, retry_at = null, last_error = null
  from jsonb_to_recordset($1::jsonb) as m(reactor text, seq bigint)
  where c.stream_id = $2 and c.reactor = m.reactor
  returning case when c.reactor = 'live' and $5::text is not null then pg_notify('followon_live', $5) end`,
};
