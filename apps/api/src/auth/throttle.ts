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
const MOST_GUESSES_PER_ADDRESS = 30;

interface Attempt {
  readonly email: string;
  readonly address: string;
}

/** Ids of the rows that count one try. */
export type Recorded = readonly string[];

/** An IPv6 customer holds a whole /64, so that is what counts as one address. */
const networkOf = (address: string): string =>
  address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;

interface Counts {
  readonly account: number;
  readonly address: number;
}

const COUNT = `
  select count(*) filter (where subject_hash = $1)::int as account, count(*) filter (where subject_hash = $2)::int as address
  from sign_in_failure where subject_hash in ($1, $2) and at > now() - interval '${WINDOW}'`;
const RECORD = 'insert into sign_in_failure (subject_hash) select unnest($1::bytea[]) returning id';

/** Counts wrong passwords in PostgreSQL (losing Redis must not open the door), by keyed hashes only. */
@Injectable()
export class Throttle {
  constructor(
    @Inject(AUTH_DB) private readonly database: DataSource,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /**
   * Counts a try as a wrong one before the password is looked at, so that many at once are counted as well; `forget`
   * takes it back when it was right. Tries for one account or from one address take turns.
   * @throws Refusal 429 after 10 wrong passwords for one account or 30 from one address in 15 minutes.
   */
  async record(attempt: Attempt): Promise<Recorded> {
    const subjects = this.subjects(attempt);
    return this.database.transaction(async (manager) => {
      for (const key of subjects.map((subject) => subject.readBigInt64BE()).sort())
        await manager.query('select pg_advisory_xact_lock($1)', [key.toString()]);
      const [count]: Counts[] = await manager.query(COUNT, subjects);
      if (count) refuseTooMany(count);
      const rows: { id: string }[] = await manager.query(RECORD, [subjects]);
      await manager.query(`delete from sign_in_failure where at < now() - interval '1 day'`);
      return rows.map(({ id }) => id);
    });
  }

  async forget(recorded: Recorded): Promise<void> {
    await this.database.query('delete from sign_in_failure where id = any($1)', [recorded]);
  }

  /**
   * Links that do not exist, asked for from one address. A right one is never counted, so that a ward or a library where
   * many open theirs is not shut out; nobody guesses 256 bits, and this bounds what trying costs us.
   * @throws Refusal 429 after 30 in 15 minutes.
   */
  async refuseGuesser(address: string): Promise<void> {
    const [row]: { guesses: number }[] = await this.database.query(
      `select count(*)::int as guesses from sign_in_failure where subject_hash = $1 and at > now() - interval '${WINDOW}'`,
      [this.guesser(address)],
    );
    if ((row?.guesses ?? 0) < MOST_GUESSES_PER_ADDRESS) return;
    throw new Refusal(
      'too-many',
      'too-many-tries',
      'There were too many tries with links that do not work.',
      {
        detail: 'Wait 15 minutes, then open the newest message and try its link.',
        retryAfterSeconds: WINDOW_SECONDS,
      },
    );
  }

  async recordGuess(address: string): Promise<void> {
    await this.database.query('insert into sign_in_failure (subject_hash) values ($1)', [
      this.guesser(address),
    ]);
  }

  private guesser(address: string): Buffer {
    return this.keyed(`links:${networkOf(address)}`);
  }

  private keyed(text: string): Buffer {
    return createHmac('sha256', Buffer.from(this.env.FOLLOWON_SECRET, 'hex')).update(text).digest();
  }

  private subjects({ email, address }: Attempt): Buffer[] {
    return [this.keyed(`account:${email.toLowerCase()}`), this.keyed(`address:${networkOf(address)}`)];
  }
}

function refuseTooMany({ account, address }: Counts): void {
  if (account < MOST_PER_ACCOUNT && address < MOST_PER_ADDRESS) return;
  throw new Refusal('too-many', 'too-many-tries', 'There were too many tries to sign in.', {
    detail: 'Wait 15 minutes, then try again. Ask your administrator if you have forgotten your password.',
    retryAfterSeconds: WINDOW_SECONDS,
  });
}
