import { append } from '@followon/shared/db/ledger/append';
import { actAs } from '@followon/shared/db/transaction';
import type { BounceReason } from '@followon/shared/rules/nudge/delivery-reasons';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Place } from '../deliveries/broken-places.js';
import { breakPlaces, mendPlace } from '../deliveries/broken-places.js';
import type { InboundRow } from './inbound-rows.js';

/** `$2`: the reference where it is an id of ours, so that each of the three is asked of its own index. */
const FIND = `select id, site_id from delivery where idem_key = $1 or id = $2::uuid or provider_ref = $1 limit 1`;
const OUR_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LOCK = `
  select d.id, d.site_id, d.state, d.delivered_at, d.bounced_at, d.contact_point_id, d.channel, d.event_id, n.id as nudge_id, n.key, n.person_kind, n.person_id, n.group_id, n.programme_id
  from delivery d join nudge n on n.id = d.nudge_id where d.id = $1 for update of d`;

interface Found {
  readonly id: string;
  readonly site_id: string;
}

async function find(manager: EntityManager, reference: string | null): Promise<Found | undefined> {
  if (reference === null) return undefined;
  const ourId = OUR_ID.test(reference) ? reference : null;
  const [found]: Found[] = await manager.query(FIND, [reference, ourId]);
  return found;
}

interface Told extends Found {
  readonly state: string;
  readonly delivered_at: Date | null;
  readonly bounced_at: Date | null;
  readonly contact_point_id: string | null;
  readonly channel: string;
  readonly person_kind: string;
  readonly person_id: string;
  readonly event_id: string;
  readonly nudge_id: string;
  readonly key: string;
  readonly group_id: string | null;
  readonly programme_id: string | null;
}

interface Within {
  readonly manager: EntityManager;
  readonly now: Date;
}

/** A message that is still being handed over, or waits to be: who does that writes down first how it went. */
const NOT_YET = ['sending', 'queued', 'held'];

const ARRIVED = `update delivery set state = 'delivered', delivered_at = $2, sent_at = coalesce(sent_at, $2), reason = null where id = $1`;
const BOUNCED = `update delivery set bounced_at = $2, reason = $3, sent_at = coalesce(sent_at, $2), state = 'bounced' where id = $1`;
const LEFT = `update delivery set state = 'sent', sent_at = coalesce(sent_at, $2), reason = null where id = $1 and state = 'unknown'`;
const NUDGE_LEFT = `update nudge set state = 'sent', sent_at = coalesce(sent_at, $2) where id = $1`;
const STEP = 'insert into delivery_step (delivery_id, site_id, at, what, reason) values ($1, $2, $3, $4, $5)';

/**
 * What became of a message, as its provider tells. In whatever order receipts come, they end the same: that it arrived
 * counts more than that it came back, and both more than that it left.
 */
@Injectable()
export class Receipts {
  async take({ reference, status, happened_at }: InboundRow, { manager }: Within): Promise<string> {
    const found = await find(manager, reference);
    if (!found) return 'no-such-message';
    await actAs(manager, { kind: 'site', siteId: found.site_id });
    const [told]: Told[] = await manager.query(LOCK, [found.id]);
    if (!told) return 'no-such-message';
    if (NOT_YET.includes(told.state)) return 'wait';
    if (status === 'delivered') return this.arrived(manager, told, happened_at);
    if (status === 'sent') return this.left(manager, told, happened_at);
    return this.bounced(manager, told, { at: happened_at, isHard: status === 'bounced' });
  }

  private async arrived(manager: EntityManager, told: Told, at: Date): Promise<string> {
    if (told.delivered_at) return 'known';
    await manager.query(ARRIVED, [told.id, at]);
    await manager.query(NUDGE_LEFT, [told.nudge_id, at]);
    await mendPlace(manager, placeOf(told));
    await manager.query(STEP, [told.id, told.site_id, at, 'delivered', null]);
    await append(manager, { ...about(told, at), name: 'delivery.delivered.v1', payload: payloadOf(told) });
    return 'delivered';
  }

  private async bounced(
    manager: EntityManager,
    told: Told,
    { at, isHard }: { readonly at: Date; readonly isHard: boolean },
  ): Promise<string> {
    if (told.delivered_at || told.bounced_at) return 'known';
    const reason: BounceReason = isHard ? 'nobody-there' : 'not-taken';
    await manager.query(BOUNCED, [told.id, at, reason]);
    await manager.query(NUDGE_LEFT, [told.nudge_id, at]);
    if (isHard) await breakPlaces(manager, [placeOf(told)], at);
    await manager.query(STEP, [told.id, told.site_id, at, 'bounced', reason]);
    const payload = { ...payloadOf(told), reason };
    await append(manager, { ...about(told, at), name: 'delivery.bounced.v1', payload });
    return 'bounced';
  }

  /** Only news where nobody knew whether it had left. */
  private async left(manager: EntityManager, told: Told, at: Date): Promise<string> {
    if (told.state !== 'unknown') return 'known';
    await manager.query(LEFT, [told.id, at]);
    await manager.query(NUDGE_LEFT, [told.nudge_id, at]);
    return 'sent';
  }
}

const placeOf = ({ contact_point_id: pointId, channel, person_kind, person_id }: Told): Place => ({
  ...{ pointId, channel, personKind: person_kind, personId: person_id },
});

const payloadOf = ({ nudge_id, key, id }: Told) => ({ nudgeId: nudge_id, key, deliveryId: id });

function about({ group_id, programme_id, site_id, event_id }: Told, occurredAt: Date) {
  const streamId = group_id ?? programme_id ?? site_id;
  const streamKind = group_id ? 'group' : programme_id ? 'programme' : 'site';
  return { streamId, streamKind, siteId: site_id, occurredAt, causedBy: event_id } as const;
}
