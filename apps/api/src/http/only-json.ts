import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

/** Reads its own body, which is a file; or none, as the button of a mail program sends a form that says nothing more. */
const TAKES_OTHERS = /^\/api\/(imports|unsubscribe)\//;
const JSON_TYPES = ['application/json', 'application/*+json'];

const hasBody = (request: Request): boolean =>
  request.header('transfer-encoding') !== undefined || Number(request.header('content-length') ?? 0) > 0;

/** A body that nobody would read is refused instead of being taken for an empty one. */
export function onlyJson(request: Request, _response: Response, next: NextFunction): void {
  const isRead = TAKES_OTHERS.test(request.path) || !hasBody(request) || request.is(JSON_TYPES);
  next(isRead ? undefined : new UnsupportedMediaTypeException());
}
