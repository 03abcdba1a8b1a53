import { randomUUID } from 'node:crypto';
import { inTransaction } from '@followon/shared/db/transaction';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { WorkerEnv } from '../env.js';
import { inBrief, log } from '../log.js';
import { ENV, WORKER_DB } from '../tokens.js';
import type { Messenger } from './channels/messenger.js';
import { MESSENGERS } from './channels/messenger.js';
import type { Lot } from './claim.js';
import { dueLots } from './claim.js';
import { MessageLinks } from './message-links.js';
import { Closing } from './sending/closing.js';
import type { Ready, Sending } from './sending/decide-lot.js';
import { decideLot } from './sending/decide-lot.js';
import { recoverLost } from './sending/lost.js';
import { Providers } from './sending/providers.js';

type SenderEnv = Pick<WorkerEnv, 'FOLLOWON_MODE' | 'FOLLOWON_SECRET' | 'PUBLIC_URL' | 'SENDERS'>;

/** Nobody's: where no address is set, no message leaves that could lead there. */
const NOWHERE = 'http://localhost';
const PUT_OFF_MS = 60_000;
/** What starts later than this after it was weighed is weighed anew: its reader may have said stop. */
const LONGEST_WAIT_MS = 10_000;

/**
 * Hands messages over. Each is weighed and its way chosen in the transaction that claims it; then it leaves, or waits for its
 * provider; then what became of it is written down, by whoever holds its lease.
 */
@Injectable()
export class Deliverer implements OnApplicationShutdown {
  private readonly owner = randomUUID();
  private readonly providers: Providers;

  constructor(
    @Inject(WORKER_DB) private readonly database: DataSource,
    @Inject(MESSENGERS) private readonly messengers: readonly Messenger[],
    private readonly links: MessageLinks,
    @Inject(ENV) private readonly env: SenderEnv,
  ) {
    this.providers = new Providers(database);
  }

  onApplicationShutdown(): void {
    for (const messenger of this.messengers) messenger.close?.();
  }

  /** Everything due by `now`; answers how many messages were handed over, held or suppressed. */
  async deliver(now: Date): Promise<number> {
    const clock = clockFrom(now);
    await recoverLost(this.database, this.messengers, now);
    const closing = new Closing(this.database, this.owner, clock);
    let done = 0;
    for (;;) {
      const lots = await dueLots(this.database.manager, clock());
      const moved = await this.inLanes(lots, (lot) => this.tryLot(lot, { closing, clock }));
      done += moved;
      if (moved === 0) return done;
    }
  }

  private async inLanes(lots: readonly Lot[], work: (lot: Lot) => Promise<number>): Promise<number> {
    const waiting = [...lots].reverse();
    let moved = 0;
    const lane = async (): Promise<void> => {
      for (let lot = waiting.pop(); lot; lot = waiting.pop()) moved += await work(lot);
    };
    await Promise.all(Array.from({ length: Math.min(this.env.SENDERS, lots.length) }, lane));
    return moved;
  }

  /** Together, or one by one when one of them cannot be weighed. */
  private async tryLot(lot: Lot, during: During): Promise<number> {
    try {
      return await this.send(lot, during);
    } catch (error) {
      if (lot.ids.length === 1) return this.putOff(lot, during, error);
      log.warn({ deliveries: lot.ids.length, error: inBrief(error) }, 'messages are sent one by one');
    }
    let moved = 0;
    for (const id of lot.ids) moved += await this.tryLot({ ...lot, ids: [id] }, during);
    return moved;
  }

  private async send(lot: Lot, { closing, clock }: During): Promise<number> {
    const now = clock();
    const { ready, count } = await inTransaction(
      this.database,
      { kind: 'site', siteId: lot.siteId },
      (manager) => decideLot(manager, lot, { sending: this.sending(), now }),
    );
    const longest = new Date(now.getTime() + LONGEST_WAIT_MS);
    const startBy = ({ until }: Ready): number => clock.tickAt(until < longest ? until : longest);
    await Promise.all(ready.map((one) => this.sendOne(one, startBy(one), closing)));
    return count;
  }

  private async sendOne(ready: Ready, startBy: number, closing: Closing): Promise<void> {
    await closing.add({ ready, outcome: await this.providers.send(ready, startBy) });
  }

  /** A message that cannot be weighed must not stand in the way of the others. */
  private async putOff({ siteId, ids }: Lot, { clock }: During, error: unknown): Promise<number> {
    log.error({ delivery: ids[0], error: inBrief(error) }, 'a message could not be handed over');
    const again = new Date(clock().getTime() + PUT_OFF_MS);
    await inTransaction(this.database, { kind: 'site', siteId }, (manager) =>
      manager.query(`update delivery set due_at = $2 where id = any($1) and state in ('queued', 'held')`, [
        ...[ids, again],
      ]),
    ).catch(() => undefined);
    return 0;
  }

  private sending(): Sending {
    const { FOLLOWON_MODE: mode, FOLLOWON_SECRET: secret, PUBLIC_URL: publicUrl = NOWHERE } = this.env;
    const { owner, messengers, links, providers } = this;
    return {
      owner,
      mode,
      secret,
      publicUrl,
      messengers,
      links,
      allowanceOf: (one) => providers.allowanceOf(one),
    };
  }
}

interface During {
  readonly closing: Closing;
  readonly clock: Clock;
}

interface Clock {
  (): Date;
  /** The moment at which it shows this, by `performance.now()`. */
  tickAt(moment: Date): number;
}

/** Time goes on while a run lasts: a message that leaves late is weighed at that time. In whole seconds. */
function clockFrom(now: Date): Clock {
  const start = performance.now();
  const show = () => new Date(now.getTime() + Math.floor((performance.now() - start) / 1_000) * 1_000);
  return Object.assign(show, { tickAt: (moment: Date) => start + moment.getTime() - now.getTime() });
}
