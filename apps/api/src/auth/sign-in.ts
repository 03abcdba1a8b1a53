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

  /** @throws Refusal 401 for a wrong pair, 429 after too many, 503 when too many others wait. */
  async signIn({ email, password }: SignIn, address: string): Promise<{ token: string; who: SignedIn }> {
    const recorded = await this.throttle.record({ email, address });
    const accountId = await this.accountOf(email, password).catch(async (error: unknown) => {
      await this.throttle.forget(recorded);
      throw error;
    });
    if (!accountId) {
      throw new Refusal(
        'not-signed-in',
        'wrong-email-or-password',
        'The email address or the password is not right.',
        {
          detail: 'Check both and try again.',
        },
      );
    }
    await this.throttle.forget(recorded);
    const token = await this.sessions.start(accountId);
    const who = await this.sessions.find(token);
    if (!who) throw new Error(`the session of account ${accountId} vanished as it was made`);
    return { token, who };
  }

  /** Undefined for a wrong pair. */
  private async accountOf(email: string, password: string): Promise<string | undefined> {
    const [account]: { id: string; password_hash: string }[] = await this.database.query(
      'select id, password_hash from account where lower(email) = lower($1) and disabled_at is null',
      [email],
    );
    const right = await this.passwords.matches(account?.password_hash, password);
    return right ? account?.id : undefined;
  }
}
