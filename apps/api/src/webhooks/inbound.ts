import { readReply } from '@followon/shared/rules/nudge/read-reply';
import { addressHash } from '@followon/shared/db/contacts/seal-address';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Env } from '../env.js';
import { ENV } from '../env.js';
import { AUTH_DB } from '../work/tokens.js';

interface From {
  readonly provider: 'notify' | 'messages';
  /** The provider's own id of what it tells: told again, it is the same thing. */
  readonly providerId: string;
  readonly happenedAt: Date;
}

export type Receipt = From & {
  /** The reference that we gave the message. */
  readonly reference: string | null;
  readonly status: 'sent' | 'delivered' | 'bounced' | 'failed';
};

export type Answered = From & {
  readonly channel: 'sms' | 'email';
  readonly from: string;
  readonly text: string;
};

const RECEIPT = `
  insert into inbound_message (provider, provider_id, kind, happened_at, reference, status) values ($1, $2, 'receipt', $3, $4, $5)
  on conflict (provider, provider_id) do nothing`;
const REPLY = `
  insert into inbound_message (provider, provider_id, kind, happened_at, from_hash, said, amount) values ($1, $2, 'reply', $3, $4, $5, $6)
  on conflict (provider, provider_id) do nothing`;

/**
 * Keeps what providers tell before they are answered; the worker does the rest. Of a reply it keeps what it means and a
 * keyed hash of the number: the words and the number are gone when this returns.
 */
@Injectable()
export class Inbound {
  constructor(
    @Inject(AUTH_DB) private readonly database: DataSource,
    @Inject(ENV) private readonly env: Pick<Env, 'FOLLOWON_SECRET'>,
  ) {}

  async keepReceipt({ provider, providerId, happenedAt, reference, status }: Receipt): Promise<void> {
    await this.database.query(RECEIPT, [provider, providerId, happenedAt, reference, status]);
  }

  async keepReply({ provider, providerId, happenedAt, channel, from, text }: Answered): Promise<void> {
    const { said, amount } = readReply(text);
    const hash = addressHash(this.env.FOLLOWON_SECRET, channel, from);
    await this.database.query(REPLY, [provider, providerId, happenedAt, hash, said, amount]);
  }
}
