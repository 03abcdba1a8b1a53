import { randomUUID } from 'node:crypto';
import { append } from '@followon/shared/db/ledger/append';
import type { Principal } from '@followon/shared/db/transaction';
import { inTransaction } from '@followon/shared/db/transaction';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { inBrief, log } from '../log.js';
import { WORKER_DB } from '../tokens.js';
import type { Channel, Sent } from './channel.js';
import { CHANNELS } from './channel.js';
import type { Claimed } from './claim.js';
import { claim, close, hold, lease, putBack, suppress } from './claim.js';
import type { MessageLink } from './message-links.js';
import { MessageLinks } from './message-links.js';
import { weigh } from './weigh.js';

const PAGE = 100;
const DUE = `select id, site_id from delivery where state = 'queued' and due_at <= $1 order by due_at, id limit ${PAGE}`;
const LOST = `select id, site_id, channel from delivery where state = 'sending' and lease_until < now() limit ${PAGE}`;

interface Found {
  readonly id: string;
  readonly site_id: string;
}

/** A message that is about to leave, with what its reader can do by link. */
interface Ready {
  readonly claimed: Claimed;
  readonly links: readonly MessageLink[];
}

/** Hands messages over, one at a time: each is weighed again in the transaction that claims it. */
@Injectable()
export class Deliverer {
  private readonly owner = randomUUID();

  constructor(
    @Inject(WORKER_DB) private readonly database: DataSource,
    @Inject(CHANNELS) private readonly channels: readonly Channel[],
    private readonly links: MessageLinks,
  ) {}

  /** Everything due by `now`; answers how many messages were handed over, held or suppressed. */
  async deliver(now: Date): Promise<number> {
    await this.recoverLost();
    let done = 0;
    for (;;) {
      const found: Found[] = await this.database.manager.query(DUE, [now]);
      let moved = 0;
      for (const row of found) if (await this.tryOne(row, now)) moved += 1;
      done += moved;
      if (moved === 0 || found.length < PAGE) return done;
    }
  }

  private async tryOne(found: Found, now: Date): Promise<boolean> {
    try {
      return await this.one(found, now);
    } catch (error) {
      log.error({ delivery: found.id, error: inBrief(error) }, 'a message could not be handed over');
      return false;
    }
  }

  private async one({ id, site_id }: Found, now: Date): Promise<boolean> {
    const site: Principal = { kind: 'site', siteId: site_id };
    const decided = await inTransaction(this.database, site, (manager) => this.decide(manager, id, now));
    if (!decided || decided === 'settled') return decided === 'settled';
    const { claimed } = decided;
    const answer = await this.send(decided);
    await inTransaction(this.database, site, (manager) => this.finish(manager, { claimed, answer, now }));
    return true;
  }

  private async decide(
    manager: EntityManager,
    id: string,
    now: Date,
  ): Promise<Ready | 'settled' | undefined> {
    const claimed = await claim(manager, id, now);
    if (!claimed) return undefined;
    const decision = await weigh(manager, claimed, now);
    if ('suppress' in decision) {
      await suppress(manager, claimed, decision.suppress);
      await this.tell(manager, claimed, { name: 'nudge.suppressed.v1', reason: decision.suppress, now });
      return 'settled';
    }
    if (decision.dueAt > now) {
      await hold(manager, claimed, decision.dueAt);
      return 'settled';
    }
    await lease(manager, claimed, this.owner);
    return { claimed, links: await this.links.mint(manager, claimed, now) };
  }

  private async send({ claimed, links }: Ready): Promise<Sent> {
    const { channel, idem_key, id, key } = claimed;
    const adapter = this.channels.find(({ name }) => name === channel);
    if (!adapter) return { sent: false, reason: `no channel is called ${channel}` };
    return adapter.send({ idemKey: idem_key, deliveryId: id, nudgeKey: key, links });
  }

  private async finish(
    manager: EntityManager,
    { claimed, answer, now }: { claimed: Claimed; answer: Sent; now: Date },
  ): Promise<void> {
    const { owner } = this;
    if (!answer.sent) return putBack(manager, claimed, { owner, reason: answer.reason });
    const { providerRef } = answer;
    if (await close(manager, claimed, { owner, at: now, providerRef }))
      await this.tell(manager, claimed, { name: 'nudge.sent.v1', now });
  }

  private async tell(
    manager: EntityManager,
    { id, nudge_id, key, group_id, programme_id, site_id, event_id }: Claimed,
    { name, reason, now }: { name: 'nudge.sent.v1' | 'nudge.suppressed.v1'; reason?: string; now: Date },
  ): Promise<void> {
    const stream = group_id
      ? ({ id: group_id, kind: 'group' } as const)
      : ({ id: programme_id ?? site_id, kind: programme_id ? 'programme' : 'site' } as const);
    const about = {
      streamId: stream.id,
      streamKind: stream.kind,
      siteId: site_id,
      occurredAt: now,
      causedBy: event_id,
    };
    const nudge = { nudgeId: nudge_id, key };
    if (name === 'nudge.sent.v1')
      await append(manager, { ...about, name, payload: { ...nudge, deliveryId: id } });
    else await append(manager, { ...about, name, payload: { ...nudge, reason: reason ?? '' } });
  }

  /** A sender died with its message: again where a repeat is harmless, a person's decision where it is not. */
  private async recoverLost(): Promise<void> {
    const lost: (Found & { channel: string })[] = await this.database.manager.query(LOST);
    for (const { id, site_id, channel } of lost) {
      const state = this.channels.find(({ name }) => name === channel)?.dedupes ? 'queued' : 'unknown';
      await inTransaction(this.database, { kind: 'site', siteId: site_id }, (manager) =>
        manager.query(
          `update delivery set state = $2, lease_owner = null, lease_until = null, reason = 'sender-lost' where id = $1 and state = 'sending' and lease_until < now()`,
          [id, state],
        ),
      );
    }
  }
}
