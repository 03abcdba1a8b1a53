import { inTransaction } from '@followon/shared/db/transaction';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { from, lastValueFrom } from 'rxjs';
import type { DataSource, EntityManager } from 'typeorm';
import { OWN_TRANSACTIONS } from '../auth/allows.js';
import type { SignedIn } from '../auth/signed-in.js';
import { signedInOf } from '../auth/signed-in.js';
import { Relay } from '../ledger/relay.js';
import type { Command } from './command-key.js';
import { commandOf, keepAnswer, takeKey } from './command-key.js';
import { APP_DB } from './tokens.js';
import type { Unit } from './work.js';
import { runUnit } from './work.js';

/**
 * One request, one short transaction, one principal. The row-level walls see the signed-in user from the first
 * statement on; an Idempotency-Key is kept in the same transaction; the relay is woken after the commit.
 */
@Injectable()
export class WorkInterceptor implements NestInterceptor {
  constructor(
    @Inject(APP_DB) private readonly database: DataSource,
    private readonly relay: Relay,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const who = signedInOf(request);
    const opensItsOwn = this.reflector.get<boolean>(OWN_TRANSACTIONS, context.getHandler());
    if (!who || opensItsOwn) return next.handle();
    const command = commandOf(request, who.accountId);
    return from(
      this.inOne({ who, command, handle: () => lastValueFrom(next.handle(), { defaultValue: undefined }) }),
    );
  }

  private async inOne(call: Call): Promise<unknown> {
    let unit: Unit | undefined;
    const body = await inTransaction(
      this.database,
      { kind: 'user', accountId: call.who.accountId },
      (manager) => {
        unit = { manager, who: call.who, appended: false };
        return runUnit(unit, () => once(manager, call));
      },
    );
    if (unit?.appended) this.relay.wake();
    return body;
  }
}

interface Call {
  readonly who: SignedIn;
  readonly command: Command | undefined;
  readonly handle: () => Promise<unknown>;
}

async function once(manager: EntityManager, { command, handle }: Call): Promise<unknown> {
  if (!command) return handle();
  const kept = await takeKey(manager, command);
  if (kept) return kept.body;
  const body = await handle();
  await keepAnswer(manager, { command, body });
  return body;
}
