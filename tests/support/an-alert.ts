import { randomUUID } from 'node:crypto';
import type { AlertCause } from '@followon/shared/rules/alert/causes';
import { aGroup } from './a-group.js';
import type { TestWorker } from './a-worker.js';
import type { TestDatabase } from './database.js';

interface AlertOptions {
  readonly siteId: string;
  readonly at: Date;
  readonly groupId?: string;
  readonly cause?: AlertCause;
}

export interface OpenedAlert {
  readonly alertId: string;
  readonly groupId: string;
}

/** An alert that has opened, of a group of its own unless given, with its event; nobody has heard of it yet. */
export async function anAlert(
  { database, worker }: { readonly database: TestDatabase; readonly worker: TestWorker },
  { siteId, at, groupId, cause = 'fading' }: AlertOptions,
): Promise<OpenedAlert> {
  const group = groupId ?? (await aGroup(database, { siteId })).id;
  const reasons = [{ key: 'below-60', usual: 8, recent: [4, 5, 3], meetingIds: [] }];
  const { id } = await database.insert<{ id: string }>('alert', {
    ...{ site_id: siteId, group_id: group, cause, reasons: JSON.stringify(reasons) },
    ...{ opened_at: at, opened_event_id: randomUUID() },
  });
  await worker.append({
    ...{ name: 'alert.opened.v1', streamId: group, streamKind: 'group', siteId, occurredAt: at },
    payload: { alertId: id, groupId: group, cause },
  });
  return { alertId: id, groupId: group };
}
