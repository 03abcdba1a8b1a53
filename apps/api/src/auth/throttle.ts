import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Env } from '../env.js';
import { ENV } from '../env.js';
import { Refusal } from '../http/problem.js';
import { AUTH_DB } from '../work/tokens.js';

const WINDOW = '15 minutes';
const WINDOW_SECONDS = 900;
const MOST_PER_ACCOUNT = 10;
const MOST_PER_ADDRESS = 30;

interface Attempt {
  readonly email: string;
  readonly address: string;
}

/** An IPv6 customer holds a whole /64, so that is what counts as one address. */
export const networkOf = (address: string): string =>
  address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;

/** Counts wrong passwords in PostgreSQL (losing Redis must not open the door), by keyed hashes only. */
@Injectable()
export class Throttle {
  constructor(
    @Inject(AUTH_DB) private readonly database: DataSource,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** @throws Refusal 429 after 10 wrong passwords for one account or 30 from one address in 15 minutes. */
  async check(attempt: Attempt): Promise<void> {
    const [account, address] = this.subjects(attempt);
    const [count]: { account: number; address: number }[] = await this.database.query(
      `select count(*) filter (where subject_hash = $1)::int as account, count(*) filter (where subject_hash = $2)::int as address
       from sign_in_failure where subject_hash in ($1, $2) and at > now() - interval '${WINDOW}'`,
      [account, address],
    );
    if (count && (count.account >= MOST_PER_ACCOUNT || count.address >= MOST_PER_ADDRESS)) {
      throw new Refusal('too-many', 'too-many-tries', 'There were too many tries to sign in.', {
        detail:
          'Wait 15 minutes, then try again. Ask your administrator if you have forgotten your password.',
        retryAfterSeconds: WINDOW_SECONDS,
      });
    }
  }

  async failed(attempt: Attempt): Promise<void> {
    await this.database.query('insert into sign_in_failure (subject_hash) select unnest($1::bytea[])', [
      this.subjects(attempt),
    ]);
    await this.database.query(`delete from sign_in_failure where at < now() - interval '1 day'`);
  }

  private subjects({ email, address }: Attempt): Buffer[] {
    const keyed = (text: string) =>
      createHmac('sha256', Buffer.from(this.env.FOLLOWON_SECRET, 'hex')).update(text).digest();
    return [keyed(`account:${email.toLowerCase()}`), keyed(`address:${networkOf(address)}`)];
  }
}
