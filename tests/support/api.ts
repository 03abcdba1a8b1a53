import { createApp } from '../../apps/api/src/create-app.js';
import { apiEnv } from '../../apps/api/src/env.js';
import type { AccountRow } from './an-account.js';
import { testPassword } from './an-account.js';
import type { TestDatabase } from './database.js';
import { testSecret } from './test-secret.js';

/** What came back, read once: the text for comparing bytes, the body when it was JSON. */
export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: T;
}

interface Sent {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

type Loose = Record<string, unknown>;

/** Somebody at a browser or a program; sends our header, so that writes are same-origin. */
export interface Client {
  get<T = Loose>(path: string, sent?: Sent): Promise<Answer<T>>;
  post<T = Loose>(path: string, body?: unknown, headers?: Sent['headers']): Promise<Answer<T>>;
  put<T = Loose>(path: string, body?: unknown, headers?: Sent['headers']): Promise<Answer<T>>;
  patch<T = Loose>(path: string, body?: unknown, headers?: Sent['headers']): Promise<Answer<T>>;
  delete<T = Loose>(path: string, headers?: Sent['headers']): Promise<Answer<T>>;
  /** The bare request with this person's cookie, for bodies that are not JSON. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

export interface TestApi {
  /** `http://127.0.0.1:<port>`; paths of the clients are added to `<url>/api`. */
  readonly url: string;
  readonly nobody: Client;
  /** Signs in by password; ask once and keep the client. */
  signedInAs(account: AccountRow): Promise<Client>;
  close(): Promise<void>;
}

export { testSecret };

/** The whole API as main.ts starts it, on a free port, in this process; call `close` before the database's. */
export async function anApi(
  database: TestDatabase,
  over: Readonly<Record<string, string>> = {},
): Promise<TestApi> {
  const { urls } = database;
  const app = await createApp(
    apiEnv({
      APP_DATABASE_URL: urls.app,
      AUTH_DATABASE_URL: urls.auth,
      RELAY_DATABASE_URL: urls.relay,
      QUEUE_DATABASE_URL: urls.relay,
      FOLLOWON_SECRET: testSecret,
      FOLLOWON_MODE: 'demo',
      ...over,
    }),
  );
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    nobody: clientOf(url),
    signedInAs: async (account) => clientOf(url, await signIn(url, account)),
    close: () => app.close(),
  };
}

async function signIn(url: string, { email }: AccountRow): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'followon' },
    body: JSON.stringify({ email, password: testPassword }),
  });
  const [cookie] = response.headers.getSetCookie();
  if (!cookie) throw new Error(`Signing in answered ${response.status}: ${await response.text()}`);
  return cookie.slice(0, cookie.indexOf(';'));
}

function clientOf(url: string, cookie?: string): Client {
  const bare: Client['fetch'] = (path, init = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has('X-Requested-With')) headers.set('X-Requested-With', 'followon');
    if (cookie) headers.set('Cookie', cookie);
    return fetch(`${url}/api${path}`, { ...init, headers });
  };
  const send = async <T>(method: string, path: string, { body, headers }: Sent = {}): Promise<Answer<T>> => {
    const json: Record<string, string> = body === undefined ? {} : { 'Content-Type': 'application/json' };
    return read<T>(
      await bare(path, { method, headers: { ...json, ...headers }, body: JSON.stringify(body) }),
    );
  };
  return {
    fetch: bare,
    get: (path, sent) => send('GET', path, sent),
    post: (path, body, headers) => send('POST', path, { body, headers }),
    put: (path, body, headers) => send('PUT', path, { body, headers }),
    patch: (path, body, headers) => send('PATCH', path, { body, headers }),
    delete: (path, headers) => send('DELETE', path, { headers }),
  };
}

async function read<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: (isJson ? JSON.parse(text) : undefined) as T,
  };
}
