import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';

/** What it does with the next mails, until told otherwise. */
export type MailMood =
  | { readonly kind: 'takes' }
  /** Answers so to this command. */
  | { readonly kind: 'refuses'; readonly at: 'rcpt' | 'data'; readonly code: number }
  /** Takes the whole mail, keeps it, and hangs up without a word. */
  | { readonly kind: 'takes-and-hangs-up' }
  | { readonly kind: 'slow'; readonly ms: number };

export interface KeptMail {
  readonly to: string;
  readonly raw: string;
  readonly at: number;
}

export interface MailServer {
  readonly url: string;
  readonly mails: KeptMail[];
  mood: MailMood;
  /** The connections that were made. */
  connections(): number;
  parsed(index?: number): Promise<ParsedMail>;
  /** Away: nobody listens at its port. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

class Refusal extends Error {
  constructor(readonly responseCode: number) {
    super('refused');
  }
}

/** A mail server on a free port of this machine, which keeps what it takes. */
export async function aMailServer(): Promise<MailServer> {
  const mails: KeptMail[] = [];
  const state = { connections: 0, mood: { kind: 'takes' } as MailMood };
  const sockets = new Map<string, { destroy(): void }>();
  const open = (): SMTPServer => {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      logger: false,
      onConnect: (_session, done) => {
        state.connections += 1;
        done();
      },
      onRcptTo: (_address, _session, done) => done(refusalAt(state.mood, 'rcpt')),
      onData: (stream, session, done) => void take(stream, session, done),
    });
    server.server.on('connection', (socket) => sockets.set(`${socket.remotePort ?? 0}`, socket));
    server.on('error', () => undefined);
    return server;
  };
  const take = async (
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    done: (error?: Error | null, message?: string) => void,
  ): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const { mood } = state;
    const refusal = refusalAt(mood, 'data');
    if (refusal) return done(refusal);
    if (mood.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, mood.ms));
    const [to] = session.envelope.rcptTo;
    mails.push({ to: to?.address ?? '', raw: Buffer.concat(chunks).toString('utf8'), at: Date.now() });
    if (mood.kind === 'takes-and-hangs-up') return sockets.get(`${session.remotePort}`)?.destroy();
    return done(null, 'taken');
  };
  let server = open();
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.server.address() as AddressInfo;
  const shut = (): Promise<void> =>
    new Promise((resolve) => {
      for (const socket of sockets.values()) socket.destroy();
      server.close(() => resolve());
    });
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    get mood() {
      return state.mood;
    },
    set mood(mood) {
      state.mood = mood;
    },
    connections: () => state.connections,
    parsed: (index = mails.length - 1) => simpleParser(mails[index]?.raw ?? ''),
    goAway: shut,
    comeBack: () => {
      server = open();
      return listen(port);
    },
    close: shut,
  };
}

function refusalAt(mood: MailMood, at: 'rcpt' | 'data'): Refusal | undefined {
  return mood.kind === 'refuses' && mood.at === at ? new Refusal(mood.code) : undefined;
}
