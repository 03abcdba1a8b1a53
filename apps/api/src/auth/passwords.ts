import { hashPassword, verifyPassword } from '@followon/shared/accounts/password';
import { Injectable } from '@nestjs/common';

const MOST_AT_ONCE = 2;

/**
 * Checks passwords, at most two at a time: each takes 64 MiB, and a flood of tries must not take the memory of everybody
 * else. An unknown address costs the same time as a known one.
 */
@Injectable()
export class Passwords {
  private readonly decoy = hashPassword('nobody has this password');
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  async matches(phc: string | undefined, password: string): Promise<boolean> {
    await this.turn();
    try {
      const right = await verifyPassword(phc ?? (await this.decoy), password);
      return right && phc !== undefined;
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }

  private async turn(): Promise<void> {
    if (this.running >= MOST_AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running += 1;
  }
}
