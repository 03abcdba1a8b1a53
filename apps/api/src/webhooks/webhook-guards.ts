import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { createParamDecorator, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Proofs } from './proofs.js';

const requestOf = (context: ExecutionContext): Request => context.switchToHttp().getRequest<Request>();

/** Guards come before the body is checked: somebody without a proof does not even learn what is missing in it. */
@Injectable()
export class NotifyGuard implements CanActivate {
  constructor(private readonly proofs: Proofs) {}

  canActivate(context: ExecutionContext): boolean {
    this.proofs.requireNotify(requestOf(context));
    return true;
  }
}

@Injectable()
export class SignedGuard implements CanActivate {
  constructor(private readonly proofs: Proofs) {}

  canActivate(context: ExecutionContext): boolean {
    this.proofs.requireSigned(requestOf(context));
    return true;
  }
}

/** The id under which a signed call is told again. */
export const WebhookId = createParamDecorator(
  (_: unknown, context: ExecutionContext): string => requestOf(context).header('webhook-id') ?? '',
);
