import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { log } from '../http/log.js';
import { Sessions } from './sessions.js';

const EVERY_MS = 60 * 60 * 1_000;

/** Throws away what nobody can sign in with any more: only this process may touch sessions. */
@Injectable()
export class SessionRetention implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly sessions: Sessions) {}

  onApplicationBootstrap(): void {
    this.turn();
    this.timer = setInterval(() => this.turn(), EVERY_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private turn(): void {
    this.running = this.sessions
      .forgetOver()
      .catch((error: unknown) => log.warn({ err: error }, 'old sessions could not be thrown away'));
  }
}
