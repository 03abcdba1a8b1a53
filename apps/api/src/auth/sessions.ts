import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { AUTH_DB } from '../work/tokens.js';
import type { SignedIn } from './signed-in.js';

const IDLE = '30 minutes';
const LONGEST = '12 hours';
const TOKEN_BYTES = 32;
const BATCH = 1_000;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Signing in happens before there is a principal, so its tables belong to a database role of their own. */
@Injectable()
export class Sessions {
  constructor(@Inject(AUTH_DB) private readonly database: DataSource) {}

  /** Starts a session. The token leaves once, in the cookie; its hash stays. */
  async start(accountId: string): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    await this.database.query(
      `insert into session (token_hash, account_id, expires_at) values ($1, $2, now() + interval '${LONGEST}')`,
      [hashOf(token), accountId],
    );
    return token;
  }

  async end(token: string): Promise<void> {
    await this.database.query('delete from session where token_hash = $1', [hashOf(token)]);
  }

  /** Throws away every session that has run out, a thousand at a time, so that no lock is held for long. */
  async forgetOver(): Promise<void> {
    for (;;) {
      const [, count]: [unknown, number] = await this.database.query(
        `delete from session where id in (select id from session
           where expires_at < now() or last_seen_at < now() - interval '${IDLE}' limit ${BATCH})`,
      );
      if (count < BATCH) return;
    }
  }

  /**
   * Who holds this token now: read from the database on every request, so that ending a session, disabling an account
   * or taking a role away acts on the next one.
   * @param touch false when nobody did anything: a dashboard that is only open must not keep its session alive
   */
  async find(token: string | undefined, { touch } = { touch: true }): Promise<SignedIn | undefined> {
    if (!token) return undefined;
    const rows: SignedIn[] = await this.database.query(
      `select s.id as "sessionId", a.id as "accountId", a.display_name as "displayName",
         coalesce((select jsonb_agg(jsonb_build_object('siteId', m.site_id, 'siteName', si.name, 'role', m.role) order by si.name, m.role)
                   from membership m join site si on si.id = m.site_id where m.account_id = a.id), '[]') as memberships
       from session s join account a on a.id = s.account_id
       where s.token_hash = $1 and s.expires_at > now() and s.last_seen_at > now() - interval '${IDLE}' and a.disabled_at is null`,
      [hashOf(token)],
    );
    if (!rows[0]) return undefined;
    if (touch) await this.touch(rows[0].sessionId);
    return rows[0];
  }

  /** At most one write a minute for each session. */
  private async touch(sessionId: string): Promise<void> {
    await this.database.query(
      `update session set last_seen_at = now() where id = $1 and last_seen_at < now() - interval '1 minute'`,
      [sessionId],
    );
  }
}
