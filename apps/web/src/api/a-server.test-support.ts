/** One request as the fake server saw it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

type Answer = { readonly status?: number; readonly body?: unknown } | 'no answer';

/** For tests: stands where the network is, answers what it is told, and remembers what it was asked. */
export function aServer(answer: (asked: Asked) => Answer): { readonly asked: Asked[] } {
  const asked: Asked[] = [];
  globalThis.fetch = (async (path: string, init: RequestInit = {}) => {
    const request: Asked = {
      method: init.method ?? 'GET',
      path,
      headers: Object.fromEntries(new Headers(init.headers).entries()),
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
    };
    asked.push(request);
    const given = answer(request);
    if (given === 'no answer') throw new TypeError('network');
    const { status = 200, body = {} } = given;
    return { ok: status < 400, status, json: async () => body, text: async () => JSON.stringify(body) };
  }) as unknown as typeof fetch;
  return { asked };
}
