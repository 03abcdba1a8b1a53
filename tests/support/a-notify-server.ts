import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';

interface NotifyCall {
  readonly path: string;
  readonly authorization: string;
  readonly body: {
    readonly template_id: string;
    readonly email_address?: string;
    readonly phone_number?: string;
    readonly reference?: string;
    readonly one_click_unsubscribe_url?: string;
    readonly personalisation: Readonly<Record<string, string>>;
  };
}

export type NotifyMood =
  | { readonly kind: 'takes' }
  | { readonly kind: 'answers'; readonly status: number; readonly headers?: Record<string, string> }
  /** Sends the message, and hangs up without a word. */
  | { readonly kind: 'takes-and-hangs-up' };

export interface NotifyServer {
  readonly url: string;
  /** Everything that was asked, also what was refused. */
  readonly calls: NotifyCall[];
  /** What reached people. */
  readonly sent: NotifyCall[];
  mood: NotifyMood;
  close(): Promise<void>;
}

/** `name-service-secret`, as Notify makes them; nobody's. */
export const notifyKey = `test-${randomUUID()}-${randomUUID()}`;

/** A GOV.UK Notify on a free port of this machine. Like the real one it sends twice what it is told twice. */
export async function aNotifyServer(): Promise<NotifyServer> {
  const [calls, sent]: [NotifyCall[], NotifyCall[]] = [[], []];
  const state = { mood: { kind: 'takes' } as NotifyMood };
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const call = {
        ...{ path: request.url ?? '', authorization: request.headers.authorization ?? '' },
        body: JSON.parse(body) as NotifyCall['body'],
      };
      calls.push(call);
      answer(call, response);
    });
  });
  const answer = (call: NotifyCall, response: ServerResponse): void => {
    const { mood } = state;
    if (mood.kind === 'answers') {
      response.writeHead(mood.status, mood.headers).end('{"errors":[]}');
      return;
    }
    sent.push(call);
    if (mood.kind === 'takes-and-hangs-up') response.destroy();
    else
      response
        .writeHead(201, { 'content-type': 'application/json' })
        .end(JSON.stringify({ id: randomUUID() }));
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    ...{ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls, sent },
    get mood() {
      return state.mood;
    },
    set mood(mood) {
      state.mood = mood;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
