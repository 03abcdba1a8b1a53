import { randomUUID } from 'node:crypto';
import type { ContactChannel } from '@followon/shared/db/contacts/seal-address';
import { sealAddress } from '@followon/shared/db/contacts/seal-address';
import { aGroup } from './a-group.js';
import { aSite } from './a-site.js';
import { anAccount } from './an-account.js';
import type { TestDatabase } from './database.js';
import { testSecret } from './test-secret.js';

/** A Wednesday noon in London, when messages may leave. */
export const messageNoon = new Date('2026-06-10T11:00:00Z');
const yesterday = '2026-06-09';

type Reached = Partial<Record<ContactChannel, string>>;

export interface MessageRow {
  readonly deliveryId: string;
  readonly nudgeId: string;
  readonly personId: string;
  readonly siteId: string;
  readonly groupId: string;
}

interface MessageOptions {
  readonly siteId?: string;
  /** They sign in with this address, as the group's contact. */
  readonly signsInWith?: string;
  /** Their addresses; nobody knows one unless given. */
  readonly at?: Reached;
  readonly groupName?: string;
  readonly wishes?: Readonly<Record<string, unknown>>;
  readonly useBy?: Date;
}

/** Where somebody without an account can be reached, sealed as the API seals it. */
export async function contactPoints(database: TestDatabase, memberId: string, at: Reached): Promise<void> {
  for (const [channel, address] of Object.entries(at) as [ContactChannel, string][]) {
    const id = randomUUID();
    const { sealed, keyId, addressHash } = sealAddress(testSecret, { id, channel, address });
    await database.insert('contact_point', {
      ...{ id, person_id: memberId, person_kind: 'member', member_id: memberId, channel },
      ...{ sealed, key_id: keyId, address_hash: addressHash, added_at: messageNoon },
    });
  }
}

/** A role holder who is asked how yesterday’s meeting went: due at {@link messageNoon}, and true. */
export async function aMessage(database: TestDatabase, options: MessageOptions = {}): Promise<MessageRow> {
  const siteId = options.siteId ?? (await aSite(database)).id;
  const group = await aGroup(database, { siteId, ...(options.groupName && { name: options.groupName }) });
  const meeting = await database.insert<{ id: string }>('meeting', {
    ...{ site_id: siteId, group_id: group.id, held_on: yesterday, outcome: 'planned', version: 1 },
  });
  const person = await aPerson(database, { siteId, groupId: group.id, options });
  await database.insert('group_role', {
    ...{ site_id: siteId, group_id: group.id, kind: 'contact', from_on: '2026-03-02' },
    [`${person.kind}_id`]: person.id,
  });
  const nudge = await database.insert<{ id: string }>('nudge', {
    ...{ site_id: siteId, group_id: group.id, key: 'how_was_it', occasion: randomUUID() },
    ...{ audience: 'role-holder', person_kind: person.kind, person_id: person.id, subject_id: meeting.id },
    ...{ state: 'planned', due_at: messageNoon, event_id: randomUUID() },
    use_by: options.useBy ?? new Date(messageNoon.getTime() + 10 * 86_400_000),
    figures: JSON.stringify({ on: yesterday }),
  });
  const delivery = await database.insert<{ id: string }>('delivery', {
    ...{ site_id: siteId, nudge_id: nudge.id, event_id: randomUUID(), idem_key: randomUUID() },
    ...{ channel: 'outbox', state: 'queued', due_at: messageNoon },
  });
  return { deliveryId: delivery.id, nudgeId: nudge.id, personId: person.id, siteId, groupId: group.id };
}

async function aPerson(
  database: TestDatabase,
  { siteId, groupId, options }: { siteId: string; groupId: string; options: MessageOptions },
): Promise<{ id: string; kind: 'account' | 'member' }> {
  const { signsInWith: email, at = {}, wishes } = options;
  if (email !== undefined) {
    const account = await anAccount(database, { email, roles: [{ role: 'contact', siteId }] });
    return { id: account.id, kind: 'account' };
  }
  const member = await database.insert<{ id: string }>('member', {
    ...{ site_id: siteId, group_id: groupId, display_name: 'Robin Ellis', wants_messages: true },
    joined_on: '2026-03-02',
  });
  await contactPoints(database, member.id, at);
  if (wishes)
    await database.insert('message_wish', {
      ...{ person_id: member.id, person_kind: 'member', member_id: member.id },
      ...{ updated_at: messageNoon, ...wishes },
    });
  return { id: member.id, kind: 'member' };
}

export interface DeliveryRow {
  readonly state: string;
  readonly reason: string | null;
  readonly channel: string;
  readonly tries: number;
  readonly due_at: Date;
  readonly provider_ref: string | null;
  readonly contact_point_id: string | null;
}

export async function deliveryOf(
  database: TestDatabase,
  { deliveryId }: Pick<MessageRow, 'deliveryId'>,
): Promise<DeliveryRow> {
  const [row] = await database.query<DeliveryRow & Record<string, unknown>>(
    'select state, reason, channel, tries, due_at, provider_ref, contact_point_id from delivery where id = $1',
    [deliveryId],
  );
  if (!row) throw new Error(`There is no delivery ${deliveryId}.`);
  return row;
}

/** What happened to a delivery, in order. */
export async function stepsOf(
  database: TestDatabase,
  { deliveryId }: Pick<MessageRow, 'deliveryId'>,
): Promise<string[]> {
  const rows = await database.query<{ what: string }>(
    'select what from delivery_step where delivery_id = $1 order by id',
    [deliveryId],
  );
  return rows.map(({ what }) => what);
}
