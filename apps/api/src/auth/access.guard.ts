import type { Action } from '@followon/shared/rules/access/actions';
import { demoOnlyActions } from '@followon/shared/rules/access/actions';
import { mayEver } from '@followon/shared/rules/access/policy';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { Env } from '../env.js';
import { ENV } from '../env.js';
import { notFound, Refusal } from '../http/problem.js';
import { ALLOWS, OWN_PROOF, PUBLIC } from './allows.js';
import { isFromHere } from './same-origin.js';
import { sessionToken } from './session-cookie.js';
import { Sessions } from './sessions.js';
import { rememberSignedIn } from './signed-in.js';

const READS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * The first wall: same origin for writes, a living session, and an action that at least one of the person's roles may
 * ever do. Whether they may do it to *this* record is decided by `Access`, once the record is read.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly reflector: Reflector,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const handler = context.getHandler();
    const provesItself = this.reflector.get<boolean>(OWN_PROOF, handler);
    if (!READS.includes(request.method) && !provesItself && !isFromHere(request)) {
      throw new Refusal('not-same-origin', 'not-same-origin', 'This request did not come from Followon.', {
        detail: 'Programs: send the header X-Requested-With: followon.',
      });
    }
    if (this.reflector.get<boolean>(PUBLIC, handler)) return true;
    await this.requireOneOf(request, this.reflector.get<readonly Action[]>(ALLOWS, handler));
    return true;
  }

  private async requireOneOf(request: Request, declared: readonly Action[]): Promise<void> {
    const actions = declared.filter((action) => this.existsHere(action));
    if (actions.length === 0) throw notFound();
    const who = await this.sessions.find(sessionToken(request));
    if (!who) {
      throw new Refusal('not-signed-in', 'not-signed-in', 'Please sign in.', {
        detail:
          'Your session may have ended. What you typed is still on your screen: sign in and send it again.',
      });
    }
    rememberSignedIn(request, who);
    const roles = who.memberships.map((membership) => membership.role);
    if (!actions.some((action) => mayEver(roles, action))) throw notFound();
  }

  private existsHere(action: Action): boolean {
    return this.env.FOLLOWON_MODE === 'demo' || !demoOnlyActions.some((demoOnly) => demoOnly === action);
  }
}
