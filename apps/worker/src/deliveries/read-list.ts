import type { EntityManager } from 'typeorm';
import { readAlerts } from './alert-list.js';
import type { Claimed } from './claim.js';
import { readDigest } from './digest-list.js';
import { takeTurn } from './keep-list.js';
import { readMonth } from './month-list.js';
import { readWeek } from './week-list.js';

type Read = (manager: EntityManager, claimed: Claimed, now: Date) => Promise<boolean | 'wait'>;

/** The messages whose list is read as they leave, and not before. */
const lists = {
  task_digest: readDigest,
  alert_opened: readAlerts,
  ptv_update: readWeek,
  admin_digest: readMonth,
} as const satisfies { readonly [key: string]: Read };

export type ListMessage = keyof typeof lists;

export const isListMessage = (key: string): key is ListMessage => Object.hasOwn(lists, key);

/**
 * Reads the list of a message and keeps it with the message. False: there is nothing on it. `wait`: another message of the same
 * person, which leaves now, tells it.
 */
export async function readList(
  manager: EntityManager,
  claimed: Claimed & { readonly key: ListMessage },
  now: Date,
): Promise<boolean | 'wait'> {
  await takeTurn(manager, claimed.site_id);
  const read: Read = lists[claimed.key];
  return read(manager, claimed, now);
}
