import type { Problem } from '@followon/shared/contract/problem';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { Catch, HttpException } from '@nestjs/common';
import type { Response } from 'express';
import { ZodError } from 'zod';
import { databaseCodeOf, ofDatabase } from './database-problem.js';
import { currentRequestId } from './request-id.js';
import { log } from './log.js';
import type { ProblemBody, RefusalKind } from './problem.js';
import { Refusal } from './problem.js';

const statusOf: Record<RefusalKind, number> = {
  invalid: 400,
  'not-signed-in': 401,
  'not-same-origin': 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  stale: 412,
  'version-needed': 428,
  'reused-key': 422,
  'too-many': 429,
  busy: 503,
};

function ofRefusal(refusal: Refusal): ProblemBody {
  const { detail, errors, blocking, changed, wouldFit, retryAfterSeconds } = refusal.details;
  return {
    title: refusal.title,
    status: statusOf[refusal.kind],
    code: refusal.code,
    ...(detail && { detail }),
    ...(errors && { errors }),
    ...(blocking && { blocking }),
    ...(changed && { changed }),
    ...(wouldFit && { wouldFit }),
    ...(retryAfterSeconds && { retryAfterSeconds }),
  };
}

const titles: Record<number, string> = {
  400: 'The request could not be read.',
  404: 'We could not find that.',
  413: 'That is too large. Send less at once.',
  415: 'That kind of content is not understood here.',
};

const details: Record<number, string> = {
  400: 'Send JSON, with the header Content-Type: application/json, and check its commas, quotes and brackets.',
  413: 'The most that is taken is 1 MB, and 100 MB for a register file.',
  415: 'Send JSON, with the header Content-Type: application/json.',
};

/** Errors of the framework and its body parsers: the status is kept, the words are ours. */
function ofStatus(status: number): ProblemBody {
  if (status === 404) {
    return {
      title: 'We could not find that.',
      status,
      code: 'not-found',
      detail:
        'It may not exist, or it may belong to somebody else. Check the address, or go back to the start page.',
    };
  }
  const title = titles[status] ?? 'The request was refused.';
  const detail = details[status];
  return { title, status, code: `http-${status}`, ...(detail && { detail }) };
}

function ofAnything(error: unknown): ProblemBody {
  if (error instanceof Refusal) return ofRefusal(error);
  if (error instanceof HttpException) return ofStatus(error.getStatus());
  if (error instanceof ZodError) {
    const errors = error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
    return { title: 'Something in the request needs to be changed.', status: 400, code: 'invalid', errors };
  }
  const status = (error as { status?: unknown }).status;
  if (typeof status === 'number' && status >= 400 && status < 500) return ofStatus(status);
  return fromDatabase(error) ?? unexpected(error);
}

function fromDatabase(error: unknown): ProblemBody | undefined {
  const body = ofDatabase(error);
  if (body?.status === 503)
    log.warn(
      { code: databaseCodeOf(error), requestId: currentRequestId() },
      'the database was not free in time',
    );
  return body;
}

function unexpected(error: unknown): ProblemBody {
  log.error({ err: error, requestId: currentRequestId() }, 'a request failed unexpectedly');
  return {
    title: 'Something went wrong on our side.',
    status: 500,
    code: 'unexpected',
    detail: 'Nothing was changed. Try again in a minute; if it stays, tell us the request number.',
  };
}

/** Every refusal leaves as an RFC 9457 problem: what, where, and how to mend it. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) {
      response.end();
      return;
    }
    const { retryAfterSeconds, ...body } = ofAnything(error);
    // A missing record must look the same every time, so a 404 carries no request number.
    const requestId = body.status === 404 ? undefined : currentRequestId();
    const problem: Problem = {
      type: `urn:followon:problem:${body.code}`,
      ...body,
      ...(requestId && { requestId }),
    };
    if (retryAfterSeconds) response.setHeader('Retry-After', String(retryAfterSeconds));
    response.status(body.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}
