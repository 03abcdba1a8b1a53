import { hashPassword, verifyPassword } from '@followon/shared/accounts/password';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../http/problem.js';

const MOST_AT_ONCE = 2;
/** At about a tenth of a second each, the last one waits a second or two. */
const MOST_WAITING = 20;

/**
 * Checks passwords, at most two at a time: each takes 64 MiB, and a flood of tries must not take the memory of everybody
 * else. An unknown address costs the same time as a known one.
 */
@Injectable()
export class Passwords {
  private readonly decoy = hashPassword('nobody has this password');
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  /** @throws Refusal 503 when too many wait. */
  async matches(phc: string | undefined, password: string): Promise<boolean> {
    await this.turn();
    try {
      const right = await verifyPassword(phc ?? (await this.decoy), password);
      return right && phc !== undefined;
    } finally {
      this.pass();
    }
  }

  private async turn(): Promise<void> {
    if (this.running < MOST_AT_ONCE) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= MOST_WAITING) {
      throw new Refusal('busy', 'busy', 'Many people are signing in at the moment.', {
        detail: 'Wait a few seconds, then try again.',
        retryAfterSeconds: 5,
      });
    }
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Hands the place straight to whoever waits longest: nobody slips in between. */
  private pass(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running -= 1;
  }
}
