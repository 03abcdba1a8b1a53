import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { from, lastValueFrom } from 'rxjs';
import { OWN_TRANSACTIONS } from '../auth/allows.js';
import { signedInOf } from '../auth/signed-in.js';
import { Commands } from './command-key.js';
import { Units } from './units.js';

/** One request, one unit of work, unless the route opens its own. */
@Injectable()
export class WorkInterceptor implements NestInterceptor {
  constructor(
    private readonly units: Units,
    private readonly commands: Commands,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const who = signedInOf(request);
    const opensItsOwn = this.reflector.get<boolean>(OWN_TRANSACTIONS, context.getHandler());
    if (!who || opensItsOwn) return next.handle();
    const command = this.commands.of(request, who.accountId);
    const handle = () => lastValueFrom<unknown, undefined>(next.handle(), { defaultValue: undefined });
    return from(this.units.run({ who, command, handle }));
  }
}
