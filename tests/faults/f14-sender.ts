import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createDataSource } from '@followon/shared/db/data-source';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { repository } from '../support/repository.js';

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
interface Channel {
  readonly name: string;
  readonly dedupes: boolean;
  send(message: Outgoing): Promise<{ sent: true; providerRef: string }>;
}
interface LinksClass {
  new (env: { readonly FOLLOWON_SECRET: string }): object;
}
interface DelivererClass {
  new (
    database: DataSource,
    channels: readonly Channel[],
    links: object,
  ): { deliver(now: Date): Promise<number> };
}

const provider = new pg.Client({ connectionString: ownerUrl });
await provider.connect();

const channel = (name: string, dedupes: boolean): Channel => ({
  name,
  dedupes,
  send: async ({ idemKey }) => {
    await provider.query('insert into provider_call (channel, idem_key) values ($1, $2)', [name, idemKey]);
    if (fate === 'dies') process.kill(process.pid, 'SIGKILL');
    return { sent: true, providerRef: idemKey };
  },
});

const built = (file: string) =>
  import(pathToFileURL(join(repository, `apps/worker/dist/deliveries/${file}.js`)).href);
const { Deliverer } = (await built('deliverer')) as { Deliverer: DelivererClass };
const { MessageLinks } = (await built('message-links')) as { MessageLinks: LinksClass };
const links = new MessageLinks({ FOLLOWON_SECRET: 'ab'.repeat(32) });
const database = createDataSource({ url: workerUrl, name: 'sender', poolSize: 2 });
await database.initialize();
const forgetful = channel('letter', belief === 'naive'); // the naive arm believes that everybody dedupes
await new Deliverer(database, [forgetful, channel('text', true)], links).deliver(new Date(now));
await database.destroy();
await provider.end();
