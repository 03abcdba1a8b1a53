import { randomUUID } from 'node:crypto';
import type { Role } from '@followon/shared/contract/session';
import { aGroup } from './a-group.js';
import { aSite } from './a-site.js';
import { anAccount } from './an-account.js';
import type { Client, TestApi } from './api.js';
import { anApi } from './api.js';
import type { TestDatabase } from './database.js';
import { aDatabase } from './database.js';

const roles = ['volunteer', 'contact', 'clinician', 'lead', 'site-admin', 'network-admin'] as const;

export interface Stuck {
  readonly state: string;
  readonly reason: string | null;
  readonly tries?: number;
  readonly key?: string;
  readonly channel?: string;
  readonly audience?: 'member' | 'role-holder';
}

export interface DeliveryStage {
  readonly database: TestDatabase;
  readonly api: TestApi;
  readonly siteId: string;
  readonly elsewhere: string;
  /** Robin, who does not sign in. */
  readonly memberId: string;
  readonly at: Readonly<Record<Role, Client>>;
  readonly stranger: Client;
  /** A message to Robin that stands like this. */
  readonly aDelivery: (stuck: Stuck) => Promise<string>;
  close(): Promise<void>;
}

/** A site with somebody of each role, and an administrator of another. */
export async function aDeliveryStage(): Promise<DeliveryStage> {
  const database = await aDatabase();
  const api = await anApi(database);
  const siteId = (await aSite(database)).id;
  const elsewhere = (await aSite(database)).id;
  const at = {} as Record<Role, Client>;
  for (const role of roles)
    at[role] = await api.signedInAs(await anAccount(database, { roles: [{ role, siteId }] }));
  const foreigner = await anAccount(database, { roles: [{ role: 'site-admin', siteId: elsewhere }] });
  const stranger = await api.signedInAs(foreigner);
  const group = (await aGroup(database, { siteId })).id;
  const member = { site_id: siteId, group_id: group, display_name: 'Robin' };
  const memberId = (await database.insert<{ id: string }>('member', member)).id;
  const aDelivery = (stuck: Stuck) => insert(database, { siteId, group, memberId, stuck });
  const close = async () => {
    await api.close();
    await database.close();
  };
  return { database, api, siteId, elsewhere, memberId, at, stranger, aDelivery, close };
}

interface Placed {
  readonly siteId: string;
  readonly group: string;
  readonly memberId: string;
  readonly stuck: Stuck;
}

async function insert(database: TestDatabase, { siteId, group, memberId, stuck }: Placed): Promise<string> {
  const {
    state,
    reason,
    tries = 1,
    key = 'how_was_it',
    channel = 'outbox',
    audience = 'role-holder',
  } = stuck;
  const event_id = randomUUID();
  const nudge = await database.insert<{ id: string }>('nudge', {
    ...{ site_id: siteId, group_id: group, key, occasion: randomUUID(), audience },
    ...{ person_kind: 'member', person_id: memberId, subject_id: randomUUID(), state: 'planned' },
    ...{ due_at: new Date(), use_by: new Date(Date.now() + 86_400_000), event_id },
    figures: JSON.stringify({ on: '2026-04-13' }),
  });
  const delivery = await database.insert<{ id: string }>('delivery', {
    ...{ site_id: siteId, nudge_id: nudge.id, event_id, idem_key: randomUUID(), channel },
    // What waits for a person is looked at again in an hour.
    ...{ state, reason, tries, due_at: new Date(Date.now() + (state === 'held' ? 3_600_000 : 0)) },
  });
  return delivery.id;
}
