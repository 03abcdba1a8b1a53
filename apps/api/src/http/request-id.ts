import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

const requests = new AsyncLocalStorage<string>();
const ACCEPTABLE = /^[A-Za-z0-9-]{8,64}$/;

export const currentRequestId = (): string | undefined => requests.getStore();

/** Gives every request a number, taken from a proxy when it sent a plain one, and answers with it. */
export function requestId(request: Request, response: Response, next: NextFunction): void {
  const given = request.header('x-request-id');
  const id = given && ACCEPTABLE.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', id);
  requests.run(id, next);
}
