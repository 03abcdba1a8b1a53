import type { SignIn } from '@followon/shared/contract/session';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { Refusal } from '../http/problem.js';
import { AUTH_DB } from '../work/tokens.js';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.js';
import type { SignedIn } from './signed-in.js';
import { Throttle } from './throttle.js';

/** Known and unknown addresses get equal words, status and time. */
@Injectable()
export class SignInService {
  constructor(
    @Inject(AUTH_DB) private readonly database: DataSource,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly throttle: Throttle,
  ) {}

  /** @throws Refusal 401 for a wrong pair, 429 after too many. */
  async signIn({ email, password }: SignIn, address: string): Promise<{ token: string; who: SignedIn }> {
    const attempt = { email, address };
    await this.throttle.check(attempt);
    const [account]: { id: string; password_hash: string }[] = await this.database.query(
      'select id, password_hash from account where lower(email) = lower($1) and disabled_at is null',
      [email],
    );
    const right = await this.passwords.matches(account?.password_hash, password);
    if (!right || !account) {
      await this.throttle.failed(attempt);
      throw new Refusal(
        'not-signed-in',
        'wrong-email-or-password',
        'The email address or the password is not right.',
        {
          detail: 'Check both and try again.',
        },
      );
    }
    const token = await this.sessions.start(account.id);
    const who = await this.sessions.find(token);
    if (!who) throw new Error(`the session of account ${account.id} vanished as it was made`);
    return { token, who };
  }
}
