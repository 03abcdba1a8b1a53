import type { LiveMessage } from '@followon/shared/contract/demo';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { Injectable } from '@nestjs/common';
import type { Folding, Within } from '../dispatch/reaction.js';

const CHANNEL = 'followon_live';

/** Tells open dashboards that a stream has changed, once per batch; they fetch again what they may see. */
@Injectable()
export class PushLive implements Folding {
  readonly reactor = 'live';
  readonly name = 'push-live';

  async fold(events: readonly DomainEvent[], { manager }: Within): Promise<undefined> {
    const { streamId, streamKind, siteId } = events[0] as DomainEvent;
    const message: LiveMessage = { kind: streamKind, id: streamId, siteId };
    await manager.query('select pg_notify($1, $2)', [CHANNEL, JSON.stringify(message)]);
  }
}
