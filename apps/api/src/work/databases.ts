import { createDataSource } from '@followon/shared/db/data-source';
import type { Provider } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Env } from '../env.js';
import { ENV } from '../env.js';
import { APP_DB, AUTH_DB, RELAY_DB } from './tokens.js';

interface Spec {
  readonly token: symbol;
  readonly name: string;
  readonly poolSize: number;
  readonly url: (env: Env) => string;
}

const specs: readonly Spec[] = [
  { token: APP_DB, name: 'followon-api', poolSize: 12, url: (env) => env.APP_DATABASE_URL },
  { token: AUTH_DB, name: 'followon-auth', poolSize: 4, url: (env) => env.AUTH_DATABASE_URL },
  { token: RELAY_DB, name: 'followon-relay', poolSize: 2, url: (env) => env.RELAY_DATABASE_URL },
];

/** @throws Error when the role could see through the walls: better not to start than to start without them. */
async function refusePowerfulRole(database: DataSource, name: string): Promise<void> {
  const [role]: { powerful: boolean; owner: boolean }[] = await database.query(
    `select r.rolsuper or r.rolbypassrls as powerful,
       exists (select 1 from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace) as owner
     from pg_roles r where r.rolname = current_user`,
  );
  if (role?.powerful || role?.owner) {
    throw new Error(
      `${name} connects as a superuser, as an owner of tables or past row-level security. Give it its run-time role.`,
    );
  }
}

async function open({
  url,
  name,
  poolSize,
}: {
  url: string;
  name: string;
  poolSize: number;
}): Promise<DataSource> {
  const database = createDataSource({ url, name, poolSize });
  await database.initialize();
  await refusePowerfulRole(database, name);
  return database;
}

export const databases: Provider[] = specs.map(({ token, name, poolSize, url }) => ({
  provide: token,
  useFactory: (env: Env) => open({ url: url(env), name, poolSize }),
  inject: [ENV],
}));

/** Closes the pools last, when nothing of the process uses them any more. */
@Injectable()
export class DatabaseClosing implements OnApplicationShutdown {
  constructor(
    @Inject(APP_DB) private readonly app: DataSource,
    @Inject(AUTH_DB) private readonly auth: DataSource,
    @Inject(RELAY_DB) private readonly relay: DataSource,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.app.destroy(), this.auth.destroy(), this.relay.destroy()]);
  }
}
