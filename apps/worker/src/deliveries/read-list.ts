import type { EntityManager } from 'typeorm';
import { readAlerts, readUnanswered } from './alert-list.js';
import type { Claimed } from './claim.js';
import { readDigest } from './digest-list.js';
import { takeTurn } from './keep-list.js';
import { readMonth } from './month-list.js';
import { readWeek } from './week-list.js';

/** `wait`: another message of the same person, which leaves now, tells it. `not-theirs`: it is with somebody else now. */
export type ReadAnswer = boolean | 'wait' | 'not-theirs';
type Read = (manager: EntityManager, claimed: Claimed, now: Date) => Promise<ReadAnswer>;

/** The messages whose list is read as they leave, and not before. */
const lists = {
  task_digest: readDigest,
  alert_opened: readAlerts,
  alert_unanswered: readUnanswered,
  ptv_update: readWeek,
  admin_digest: readMonth,
} as const satisfies { readonly [key: string]: Read };

export type ListMessage = keyof typeof lists;

export const isListMessage = (key: string): key is ListMessage => Object.hasOwn(lists, key);

/** Reads the list of a message and keeps it with the message. False: there is nothing on it. */
export async function readList(
  manager: EntityManager,
  claimed: Claimed & { readonly key: ListMessage },
  now: Date,
): Promise<ReadAnswer> {
  await takeTurn(manager, claimed.site_id);
  const read: Read = lists[claimed.key];
  return read(manager, claimed, now);
}
