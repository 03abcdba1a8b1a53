import type { DataSource } from 'typeorm';
import { inBrief, log } from '../../log.js';
import type { Answer, Messenger } from '../channels/messenger.js';
import { Allowance } from './allowance.js';
import type { Ready } from './decide-lot.js';
import { InFlight } from './in-flight.js';
import type { Outcome } from './outcomes.js';

/** All of a call, however slowly its parts come; with the wait less than a lease. */
const LONGEST_CALL_MS = 30_000;

/** How many are on the way to each provider, and how they got on with it. */
export class Providers {
  private readonly allowances = new Map<Messenger, Allowance>();
  private readonly inFlight = new Map<Messenger, InFlight>();

  constructor(private readonly database: DataSource) {}

  allowanceOf(messenger: Messenger): Allowance {
    const known = this.allowances.get(messenger) ?? new Allowance(this.database, messenger);
    this.allowances.set(messenger, known);
    return known;
  }

  /**
   * Never throws: what cannot be told apart from a lost answer is one.
   * @param startBy by `performance.now()`: what has its turn later is not tried
   */
  async send(ready: Ready, startBy: number): Promise<Outcome> {
    const { messenger } = ready;
    const outcome = await this.turnsOf(messenger).run(async (): Promise<Outcome> => {
      if (performance.now() >= startBy) return { kind: 'not-tried' };
      return call(ready);
    });
    await this.learn(messenger, outcome).catch((error: unknown) =>
      log.warn({ channel: messenger.name, error: inBrief(error) }, 'a provider could not be paused'),
    );
    return outcome;
  }

  private turnsOf(messenger: Messenger): InFlight {
    const known = this.inFlight.get(messenger) ?? new InFlight(messenger.limits?.atOnce ?? Infinity);
    this.inFlight.set(messenger, known);
    return known;
  }

  private async learn(messenger: Messenger, outcome: Outcome): Promise<void> {
    const allowance = this.allowanceOf(messenger);
    if (outcome.kind === 'rate-limited') await allowance.failed(outcome.retryAfterS * 1_000);
    else if (outcome.kind === 'no-answer' || (outcome.kind === 'refused' && outcome.outage))
      await allowance.failed();
    else if (outcome.kind !== 'not-tried') allowance.answered();
  }
}

async function call({ messenger, outgoing }: Ready): Promise<Answer> {
  if (!outgoing) return { kind: 'never', reason: 'cannot-be-written' };
  const tooLong = timer(LONGEST_CALL_MS);
  try {
    return await Promise.race([messenger.send(outgoing), tooLong.rings]);
  } catch (error) {
    log.warn({ channel: messenger.name, error: inBrief(error) }, 'a messenger threw');
    return { kind: 'no-answer', reason: 'threw' };
  } finally {
    tooLong.stop();
  }
}

function timer(ms: number): { readonly rings: Promise<Answer>; stop(): void } {
  let handle: NodeJS.Timeout | undefined;
  const rings = new Promise<Answer>((resolve) => {
    handle = setTimeout(() => resolve({ kind: 'no-answer', reason: 'too-slow' }), ms);
  });
  return { rings, stop: () => clearTimeout(handle) };
}
