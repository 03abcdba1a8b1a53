import { leaveAloneForMs } from '@followon/shared/rules/nudge/try-again';
import type { DataSource } from 'typeorm';
import type { Messenger } from '../channels/messenger.js';

/** How many messages may leave now, and when the others may ask again. */
export interface Granted {
  readonly count: number;
  /** From now, for each of those that may not. */
  readonly waitsMs: readonly number[];
}

const OPEN = `
  insert into provider_bucket (channel, tokens, capacity, per_second, filled_at) values ($1, $2, $2, $3, clock_timestamp()) on conflict do nothing`;

/** Everything by the database's clock: several workers feed one provider. */
const TAKE = `
  with level as (
    select channel, least($3::float8, tokens + greatest(0, extract(epoch from clock_timestamp() - filled_at)) * $4::float8) as tokens,
      greatest(0, extract(epoch from paused_until - clock_timestamp()) * 1000) as pause_ms
    from provider_bucket where channel = $1 for update
  ), taken as (
    update provider_bucket b set tokens = l.tokens - case when coalesce(l.pause_ms, 0) > 0 then 0 else floor(least($2::float8, l.tokens)) end,
      capacity = $3, per_second = $4, filled_at = clock_timestamp()
    from level l where b.channel = l.channel
    returning case when coalesce(l.pause_ms, 0) > 0 then 0 else floor(least($2::float8, l.tokens)) end as granted, coalesce(l.pause_ms, 0) as pause_ms)
  select granted::int as granted, pause_ms::float8 as "pauseMs" from taken`;

const PAUSE = `
  update provider_bucket set paused_until = greatest(coalesce(paused_until, '-infinity'), clock_timestamp() + make_interval(secs => $2::float8 / 1000))
  where channel = $1`;

/** One of our five looks at the bucket in a second, so that many senders do not queue for its row. */
const LOTS_PER_SECOND = 5;
/** What was taken and not used is not saved up. */
const KEEPS_MS = 1_000;
const PROBE_MS = 2_000;

/** What one worker may send through one provider: tokens from the bucket that all workers share, taken in small lots. */
export class Allowance {
  private inHand = 0;
  private takenAt = 0;
  private isOpen = false;
  private failures = 0;
  private leftAloneUntil = 0;
  private nextSlot = 0;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: DataSource,
    private readonly messenger: Messenger,
  ) {}

  take(wanted: number): Promise<Granted> {
    const { limits } = this.messenger;
    if (!limits && this.failures === 0) return Promise.resolve({ count: wanted, waitsMs: [] });
    const mine = this.turn.then(() => this.takeInTurn(wanted));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** The provider answered: it is there. */
  answered(): void {
    this.failures = 0;
  }

  /** It asked to be left alone, or is not there. Those that fail together count once. */
  async failed(retryAfterMs?: number): Promise<void> {
    const now = performance.now();
    if (retryAfterMs === undefined && now < this.leftAloneUntil) return;
    this.failures += 1;
    const pauseMs = retryAfterMs ?? leaveAloneForMs(this.failures, Math.random());
    this.leftAloneUntil = now + pauseMs;
    this.inHand = 0;
    await this.open();
    await this.database.manager.query(PAUSE, [this.messenger.name, pauseMs]);
  }

  private async takeInTurn(wanted: number): Promise<Granted> {
    // After a failure one goes ahead to see, whatever waits.
    const allowed = this.failures > 0 ? Math.min(1, wanted) : wanted;
    const pauseMs = await this.refill(allowed);
    const count = Math.min(allowed, this.inHand);
    this.inHand -= count;
    const waits = Array.from({ length: wanted - count }, () => this.waitMs(pauseMs));
    return { count, waitsMs: waits };
  }

  private async refill(wanted: number): Promise<number> {
    if (performance.now() - this.takenAt > KEEPS_MS) this.inHand = 0;
    if (this.inHand >= wanted) return 0;
    await this.open();
    const { perSecond, burst } = this.rate();
    const ask = Math.min(burst, Math.max(wanted, Math.ceil(perSecond / LOTS_PER_SECOND)));
    const [row]: { granted: number; pauseMs: number }[] = await this.database.manager.query(TAKE, [
      ...[this.messenger.name, ask - this.inHand, burst, perSecond],
    ]);
    // Whoever restored or emptied the table: it is made anew for the next.
    this.isOpen = row !== undefined;
    this.inHand += row?.granted ?? 0;
    this.takenAt = performance.now();
    return row?.pauseMs ?? 0;
  }

  private rate(): { perSecond: number; burst: number } {
    return this.messenger.limits ?? { perSecond: 10_000, burst: 10_000 };
  }

  /** Each waits for a place of its own, so that those which wait do not come back together. */
  private waitMs(pauseMs: number): number {
    const now = performance.now();
    const from = now + Math.max(pauseMs, this.failures > 0 ? PROBE_MS : 0);
    this.nextSlot = Math.max(this.nextSlot, from) + 1_000 / this.rate().perSecond;
    return this.nextSlot - now;
  }

  private async open(): Promise<void> {
    if (this.isOpen) return;
    const { perSecond, burst } = this.rate();
    await this.database.manager.query(OPEN, [this.messenger.name, burst, perSecond]);
    this.isOpen = true;
  }
}
