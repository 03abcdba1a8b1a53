import { createHash, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Webhook } from 'standardwebhooks';
import type { Env } from '../env.js';
import { ENV } from '../env.js';
import { Refusal } from '../http/problem.js';
import { rawBodyOf } from './raw-body.js';

const refused = (): Refusal =>
  new Refusal('not-signed-in', 'webhook-refused', 'This call did not prove where it comes from.', {
    detail: 'Check the secret or the token, and the clock of the machine that calls.',
  });

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Who calls, before anything of the call is believed. Without a secret of ours nobody can prove anything. */
@Injectable()
export class Proofs {
  constructor(
    @Inject(ENV)
    private readonly env: Pick<Env, 'NOTIFY_CALLBACK_TOKEN' | 'WEBHOOK_SECRET' | 'WEBHOOK_SECRET_BEFORE'>,
  ) {}

  /** GOV.UK Notify sends the bearer token it was given. @throws Refusal 401 */
  requireNotify(request: Request): void {
    const given = /^Bearer (.+)$/.exec(request.header('authorization') ?? '')?.[1] ?? '';
    const ours = this.env.NOTIFY_CALLBACK_TOKEN;
    // Hashes have one length, so that comparing takes one time.
    if (!ours || !timingSafeEqual(digest(given), digest(ours))) throw refused();
  }

  /**
   * Standard Webhooks: signed over id, time and body, at most five minutes old; while a secret is changed, the one
   * before is good as well. Answers the call's own id. @throws Refusal 401
   */
  requireSigned(request: Request): string {
    const id = request.header('webhook-id') ?? '';
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': request.header('webhook-timestamp') ?? '',
      'webhook-signature': request.header('webhook-signature') ?? '',
    };
    const body = rawBodyOf(request);
    const secrets = [this.env.WEBHOOK_SECRET, this.env.WEBHOOK_SECRET_BEFORE].filter(isGiven);
    if (id.length > 200 || !body || !secrets.some((secret) => isSigned(secret, { body, headers })))
      throw refused();
    return id;
  }
}

const isGiven = (secret: string | undefined): secret is string => secret !== undefined && secret !== '';

function isSigned(secret: string, call: { body: Buffer; headers: Record<string, string> }): boolean {
  try {
    new Webhook(secret).verify(call.body, call.headers, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}
