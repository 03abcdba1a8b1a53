import { Problem } from './problem.js';

/** A write: what is said, one key a logical submit, and the version it was typed against. */
interface Write {
  readonly body?: unknown;
  readonly key?: string;
  readonly version?: number;
}

/** A write that carries its own right: no cookie goes with it, and none that comes is kept. */
export async function sendWithoutCookies<T>(path: string, body: object): Promise<T> {
  const headers = {
    Accept: 'application/json',
    'Content-Type': 'application/json',
    'X-Requested-With': 'followon',
  };
  const request = { method: 'POST', credentials: 'omit', headers, body: JSON.stringify(body) } as const;
  return read<T>(await call(path, request));
}

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

async function call(path: string, init: RequestInit): Promise<Response> {
  const request = { credentials: 'same-origin', ...init } as const;
  const response = await fetch(`/api${path}`, request).catch(() => {
    throw new Problem(0);
  });
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => ({}));
  throw new Problem(response.status, body as Record<string, unknown>);
}

async function read<T>(response: Response): Promise<T> {
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Reads a resource; undefined filters are left out of the address. */
export async function get<T>(
  path: string,
  filters: Readonly<Record<string, string | number | undefined>> = {},
): Promise<T> {
  const kept = Object.entries(filters).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString();
  return read<T>(await call(query ? `${path}?${query}` : path, { headers: { Accept: 'application/json' } }));
}

/** Writes a resource, once: the same key on a retry is answered with the first answer. */
export async function send<T>(method: Method, path: string, { body, key, version }: Write = {}): Promise<T> {
  const headers = new Headers({ Accept: 'application/json', 'X-Requested-With': 'followon' });
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  if (key) headers.set('Idempotency-Key', key);
  if (version !== undefined) headers.set('If-Match', `"${version}"`);
  return read<T>(
    await call(path, { method, headers, body: body === undefined ? null : JSON.stringify(body) }),
  );
}
