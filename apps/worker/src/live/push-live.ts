import type { DomainEvent } from '@followon/shared/events/catalogue';
import { Injectable } from '@nestjs/common';
import type { Folding, Within } from '../dispatch/reaction.js';

/** Tells open dashboards that a stream has changed, once per batch; they fetch again what they may see. */
@Injectable()
export class PushLive implements Folding {
  readonly reactor = 'live';
  readonly name = 'push-live';

  async fold(_events: readonly DomainEvent[], { push }: Within): Promise<undefined> {
    push();
  }
}
