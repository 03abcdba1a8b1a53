import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createDataSource } from '@followon/shared/db/data-source';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { repository } from '../support/repository.js';
import { testSecret } from '../support/test-secret.js';

/**
 * The worker's own deliverer, built, with two providers that write down every call. Told to die, the process kills
 * itself between the provider's answer and the row that would remember it.
 */
const [workerUrl, ownerUrl, now, fate, belief] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
];

interface Outgoing {
  readonly idemKey: string;
}
interface Messenger {
  readonly name: string;
  readonly way: 'email' | 'sms';
  readonly dedupes: boolean;
  send(message: Outgoing): Promise<{ kind: 'sent'; providerRef: string }>;
}
interface SenderEnv {
  readonly FOLLOWON_MODE: 'live';
  readonly FOLLOWON_SECRET: string;
  readonly PUBLIC_URL: string;
  readonly SENDERS: number;
}
interface LinksClass {
  new (env: { readonly FOLLOWON_SECRET: string }): object;
}
interface DelivererClass {
  new (
    database: DataSource,
    messengers: readonly Messenger[],
    links: object,
    env: SenderEnv,
  ): { deliver(now: Date): Promise<number> };
}

const provider = new pg.Client({ connectionString: ownerUrl });
await provider.connect();

const messenger = (name: string, way: 'email' | 'sms', dedupes: boolean): Messenger => ({
  ...{ name, way, dedupes },
  send: async ({ idemKey }) => {
    await provider.query('insert into provider_call (channel, idem_key) values ($1, $2)', [name, idemKey]);
    if (fate === 'dies') process.kill(process.pid, 'SIGKILL');
    return { kind: 'sent', providerRef: idemKey };
  },
});

const built = (file: string) =>
  import(pathToFileURL(join(repository, `apps/worker/dist/deliveries/${file}.js`)).href);
const { Deliverer } = (await built('deliverer')) as { Deliverer: DelivererClass };
const { MessageLinks } = (await built('message-links')) as { MessageLinks: LinksClass };
const env: SenderEnv = {
  ...{ FOLLOWON_MODE: 'live', FOLLOWON_SECRET: testSecret },
  ...{ PUBLIC_URL: 'https://followon.example', SENDERS: 2 },
};
const database = createDataSource({ url: workerUrl, name: 'sender', poolSize: 4 });
await database.initialize();
const forgetful = messenger('mail', 'email', belief === 'naive'); // the naive arm believes that everybody dedupes
const messengers = [forgetful, messenger('text', 'sms', true)];
await new Deliverer(database, messengers, new MessageLinks(env), env).deliver(new Date(now));
await database.destroy();
await provider.end();
