import { randomUUID } from 'node:crypto';
import type { Visitor } from '../support/visitor.js';

interface Said {
  readonly body?: object;
  /** Of what is changed, as it was read. */
  readonly version?: number;
}

/** What no screen offers yet, asked of the API with the session of the person's own browser. */
export async function ask<T>(
  { context }: Visitor,
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  { body, version }: Said = {},
): Promise<T & { readonly status: number }> {
  const response = await context.request.fetch(`/api${path}`, {
    method,
    headers: {
      'X-Requested-With': 'followon',
      ...(method === 'GET' ? {} : { 'Idempotency-Key': randomUUID() }),
      ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
    },
    ...(body ? { data: body } : {}),
  });
  return { status: response.status(), ...((await response.json()) as T) };
}
