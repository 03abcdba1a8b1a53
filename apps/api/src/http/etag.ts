import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { createParamDecorator } from '@nestjs/common';
import type { Problem } from '@followon/shared/contract/problem';
import type { Request, Response } from 'express';
import type { Observable } from 'rxjs';
import { tap } from 'rxjs';
import { Refusal } from './problem.js';

const versionOf = (body: unknown): number | undefined => {
  const version =
    typeof body === 'object' && body !== null ? (body as { version?: unknown }).version : undefined;
  return typeof version === 'number' ? version : undefined;
};

/** An answer with a `version` gets it as its ETag too. */
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      tap((body) => {
        const version = versionOf(body);
        if (version !== undefined) response.setHeader('ETag', `"${version}"`);
      }),
    );
  }
}

/** The version in `If-Match: "<version>"`; undefined when the header is absent, NaN when it is no version of ours. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined => {
  const header = context.switchToHttp().getRequest<Request>().header('if-match');
  if (header === undefined) return undefined;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  return version === undefined ? Number.NaN : Number(version);
});

/**
 * Keeps two people who edit one record apart.
 * `changed` says what it is now, where the record knows.
 * @throws Refusal 428 when the version is missing, 412 when somebody else changed the record meanwhile.
 */
export function checkVersion(
  current: number,
  given: number | undefined,
  changed?: () => NonNullable<Problem['changed']>,
): void {
  if (given === undefined) {
    throw new Refusal('version-needed', 'version-needed', 'Say which version you are changing.', {
      detail: 'Send the header If-Match with the ETag you were given when you read this record.',
    });
  }
  if (given !== current) {
    throw new Refusal('stale', 'stale', 'Somebody else changed this in the meantime.', {
      detail: 'Nothing of yours was lost. Load the newest version, then save again.',
      ...(changed && { changed: changed() }),
    });
  }
}
