import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { LinkAction } from '../../contract/links.js';
import { prepared } from '../prepared.js';
import { linkToken, linkTokenHash } from './link-token.js';

/** What a link may be for: something that is done on its page, or a calendar, which is only ever read. */
export type LinkPurpose = LinkAction | 'calendar';

/** One right, before it has an id. */
export interface NewLink {
  readonly action: LinkPurpose;
  readonly subjectId: string;
  readonly siteId: string;
  readonly accountId?: string | null;
  readonly memberId?: string | null;
  /** The message that carries it; a message has one link for each thing it asks. */
  readonly nudgeId?: string | null;
  /** Null: until it expires. */
  readonly uses: number | null;
  readonly expiresAt: Date;
}

const KEEP = `
  insert into link (id, site_id, token_hash, action, subject_id, account_id, member_id, nudge_id, uses_left, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict (nudge_id, action, subject_id) where nudge_id is not null do nothing`;
const FIND = 'select id from link where nudge_id = $1 and action = $2 and subject_id = $3';

/**
 * Makes a link in the caller's transaction and answers its token, the only time it leaves. For a message that already
 * has one, that one's.
 */
export async function mintLink(manager: EntityManager, secret: string, link: NewLink): Promise<string> {
  const id = randomUUID();
  const token = linkToken(secret, id);
  const { siteId, action, subjectId, accountId, memberId, nudgeId, uses, expiresAt } = link;
  await manager.query(KEEP, [
    ...[id, siteId, linkTokenHash(token), action, subjectId],
    ...[accountId ?? null, memberId ?? null, nudgeId ?? null, uses, expiresAt],
  ]);
  if (!nudgeId) return token;
  const [kept]: { id: string }[] = await manager.query(FIND, [nudgeId, action, subjectId]);
  return linkToken(secret, kept?.id ?? id);
}

const KEEP_ALL = {
  name: 'mint-links',
  text: `
  insert into link (id, site_id, token_hash, action, subject_id, account_id, member_id, nudge_id, uses_left, expires_at)
  select id, "siteId", decode(hash, 'hex'), action, "subjectId", "accountId", "memberId", "nudgeId", uses, "expiresAt"
  from jsonb_to_recordset($1::jsonb) as l(id uuid, "siteId" uuid, hash text, action text, "subjectId" uuid, "accountId" uuid, "memberId" uuid,
    "nudgeId" uuid, uses int, "expiresAt" timestamptz)
  on conflict (nudge_id, action, subject_id) where nudge_id is not null do nothing`,
};

/** The links of several messages in one statement; those that a message has already stay as they are. */
export async function mintLinks(
  manager: EntityManager,
  secret: string,
  links: readonly NewLink[],
): Promise<void> {
  if (links.length === 0) return;
  const rows = links.map((link) => {
    const id = randomUUID();
    return { ...link, id, hash: linkTokenHash(linkToken(secret, id)).toString('hex') };
  });
  await prepared(manager, KEEP_ALL, [JSON.stringify(rows)]);
}
