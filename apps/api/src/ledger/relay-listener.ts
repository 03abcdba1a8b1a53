import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { Env } from '../env.js';
import { ENV } from '../env.js';
import { ChannelListener } from '../work/channel-listener.js';
import { Relay } from './relay.js';

const CHANNEL = 'followon_events';

/** Wakes the relay when a worker has committed events of other streams, so that chains do not wait for its poll. */
@Injectable()
export class RelayListener implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly channel: ChannelListener;

  constructor(@Inject(ENV) env: Env, relay: Relay) {
    const wake = () => relay.wake();
    this.channel = new ChannelListener({
      ...{ url: env.RELAY_DATABASE_URL, name: 'followon-relay-ear', channel: CHANNEL },
      ...{ hear: wake, onReturn: wake },
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.channel.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.channel.stop();
  }
}
