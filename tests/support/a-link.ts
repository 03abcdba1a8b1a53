import { randomUUID } from 'node:crypto';
import { linkToken, linkTokenHash } from '@followon/shared/db/links/link-token';
import type { LinkPurpose } from '@followon/shared/db/links/mint-links';
import type { TestDatabase } from './database.js';
import { testSecret } from './test-secret.js';

export interface LinkRow {
  readonly id: string;
  readonly token: string;
}

interface LinkOptions {
  readonly site: string;
  readonly action: LinkPurpose;
  readonly subject: string;
  readonly account?: string;
  readonly member?: string;
  /** The message that carries it. */
  readonly nudge?: string;
  /** Null: until it expires. */
  readonly uses?: number | null;
  readonly expiresAt?: Date;
  readonly revokedAt?: Date;
}

const DAY_MS = 86_400_000;

/** A living link to one thing, as the worker makes them; its token is known to the test alone. */
export async function aLink(database: TestDatabase, options: LinkOptions): Promise<LinkRow> {
  const id = randomUUID();
  const token = linkToken(testSecret, id);
  await database.insert('link', {
    id,
    site_id: options.site,
    token_hash: linkTokenHash(token),
    action: options.action,
    subject_id: options.subject,
    account_id: options.account ?? null,
    member_id: options.member ?? null,
    nudge_id: options.nudge ?? null,
    uses_left: options.uses === undefined ? 1 : options.uses,
    expires_at: options.expiresAt ?? new Date(Date.now() + 30 * DAY_MS),
    revoked_at: options.revokedAt ?? null,
  });
  return { id, token };
}
