import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { roles } from '@followon/shared/rules/access/actions';
import type { Role } from '@followon/shared/rules/access/actions';
import { may, mayEver } from '@followon/shared/rules/access/policy';
import { Public } from '../../apps/api/src/auth/allows.js';
import { CoreModule } from '../../apps/api/src/core.module.js';
import { apiEnv } from '../../apps/api/src/env.js';
import type { SiteRecords } from '../support/a-whole-site.js';
import { aWholeSite } from '../support/a-whole-site.js';
import type { AccountRow } from '../support/an-account.js';
import { anAccount } from '../support/an-account.js';
import type { Client, TestApi } from '../support/api.js';
import { anApi, testSecret } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import type { Ids, Route } from '../support/routes.js';
import { importRoutes, publicRoutes, routes } from '../support/routes.js';

let database: TestDatabase;
let api: TestApi;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
}, 30_000);

afterAll(async () => {
  await api?.close();
  await database?.close();
});

interface Operation {
  readonly security?: readonly unknown[];
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Sends what the table says. A stream answers when it opens, and is left at once. */
async function ask(who: Client, name: string, ids: Ids): Promise<Answer> {
  const route = routes[name] as Route;
  const [method = '', template = ''] = name.split(' ');
  const about = route.about === 'nothing' ? '' : ids[route.about];
  const params = { id: about, ...route.params?.(ids) };
  const path = template
    .replace('/api', '')
    .replace(/\{(\w+)\}/g, (_, key: string) => params[key as 'id'] ?? '');
  const query = name === 'GET /api/events' ? `?stream=${ids.group}` : (route.query?.(ids) ?? '');
  const stop = new AbortController();
  const response = await who.fetch(path + query, {
    method,
    signal: stop.signal,
    ...(route.body && {
      body: JSON.stringify(route.body(ids)),
      headers: { 'Content-Type': 'application/json' },
    }),
  });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  const text = isStream ? '' : await response.text();
  if (isStream) stop.abort();
  return { status: response.status, text };
}

const nowhere = (account: string): Ids => {
  const id = randomUUID;
  return {
    ...{
      account,
      site: id(),
      programme: id(),
      handover: id(),
      group: id(),
      meeting: id(),
      member: id(),
      role: id(),
    },
    ...{ report: id(), alert: id(), event: id(), 'dead-event': id(), task: id() },
    ...{ volunteer: id(), break: id(), delivery: id(), trial: id() },
    ...{ request: id(), offer: id(), succession: id(), merge: id() },
  };
};

const taskRole = (role: Role) =>
  role === 'volunteer' || role === 'contact' || role === 'clinician' ? role : 'lead';

const idsOf = (
  { tasks, ...records }: SiteRecords,
  { account, role }: { account: string; role: Role },
): Ids => ({
  ...records,
  account,
  task: tasks[taskRole(role)],
});

interface Reader {
  readonly role: Role;
  readonly account: AccountRow;
  readonly client: Client;
  readonly siteId: string;
  readonly places: Readonly<Record<'own' | 'site' | 'elsewhere', Ids>>;
}

/** Somebody with one role at a site of their own, what is theirs there, what is not, and another site's records. */
async function aReader(role: Role): Promise<Reader> {
  const unowned = await aWholeSite(database);
  const abroad = await aWholeSite(database);
  const account = await anAccount(database, { roles: [{ role, siteId: unowned.site }] });
  // A network administrator is let through the second wall at every site of the network.
  if (role === 'network-admin')
    await database.insert('membership', { account_id: account.id, site_id: abroad.site, role });
  const own = await aWholeSite(database, { siteId: unowned.site, owners: { [role]: account } });
  const asker = { account: account.id, role };
  return {
    role,
    account,
    client: await api.signedInAs(account),
    siteId: unowned.site,
    places: { own: idsOf(own, asker), site: idsOf(unowned, asker), elsewhere: idsOf(abroad, asker) },
  };
}

type Place = keyof Reader['places'];

const HAVE_OWN: readonly Role[] = ['clinician', 'volunteer', 'contact'];

/** What the policy table says of this cell, worked out here and not by the API. */
function expected(
  { role, siteId }: Reader,
  { actions, about, ownOf = HAVE_OWN }: Route,
  place: Place,
): boolean {
  if (about === 'nothing') return actions.some((action) => mayEver([role], action));
  // A site is nobody's own, and a lead's own tasks are those of the role, at any programme of the site.
  const isOwn = about !== 'site' && place === 'own' && ownOf.includes(role);
  const subject = {
    siteId: place === 'elsewhere' ? 'another site' : siteId,
    own: isOwn,
    ...(isOwn && { ownAs: [role], asked: role === 'volunteer' }),
    signedOff: false,
    starting: true,
  };
  return actions.some((action) => may({ roles: [{ role, siteId }], action, subject }));
}

const isLetIn = ({ status }: Answer): boolean => status < 500 && ![401, 403, 404].includes(status);

describe('every route', () => {
  let documented: string[];
  let open: string[];

  beforeAll(async () => {
    const { body } = await api.nobody.get<{ paths: Record<string, Record<string, Operation>> }>('/docs-json');
    const all = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        name: `${method.toUpperCase()} ${path}`,
        isOpen: operation.security?.length === 0,
      })),
    );
    documented = all.map(({ name }) => name);
    open = all.filter(({ isOpen }) => isOpen).map(({ name }) => name);
  });

  test('of the document has its line in the table of this test', () => {
    const known = [...Object.keys(routes), ...publicRoutes, ...importRoutes];
    expect(documented.filter((name) => !known.includes(name))).toEqual([]);
    expect(documented.length).toBeGreaterThan(40);
  });

  test('says in the document whether it is open to people who are not signed in', () => {
    expect(open.sort()).toEqual([...publicRoutes].sort());
  });

  test.each(roles)(
    'answers a %s as the policy table says: their own, their site’s, another site’s',
    async (role) => {
      const reader = await aReader(role);
      const wrong: string[] = [];
      let cells = 0;
      for (const name of Object.keys(routes).filter((route) => documented.includes(route))) {
        const missing = await ask(reader.client, name, nowhere(reader.account.id));
        for (const place of ['elsewhere', 'site', 'own'] as const) {
          const answer = await ask(reader.client, name, reader.places[place]);
          const mayIt = expected(reader, routes[name] as Route, place);
          const isRight = mayIt ? isLetIn(answer) : answer.status === 404 && answer.text === missing.text;
          if (!isRight) wrong.push(`${name} (${place}): ${answer.status}, ${mayIt ? 'may' : 'may not'}`);
          cells += 1;
        }
      }
      expect(wrong).toEqual([]);
      expect(cells).toBeGreaterThan(120);
    },
    60_000,
  );

  test('turns away whoever is not signed in, is disabled, or has no role', async () => {
    const site = await aWholeSite(database);
    const disabled = await anAccount(database, { roles: [{ role: 'site-admin', siteId: site.site }] });
    const disabledClient = await api.signedInAs(disabled);
    await database.query('update account set disabled_at = now() where id = $1', [disabled.id]);
    const none = await anAccount(database);
    const noneClient = await api.signedInAs(none);
    const ids = idsOf(site, { account: none.id, role: 'clinician' });
    const wrong: string[] = [];
    for (const name of Object.keys(routes).filter((route) => documented.includes(route))) {
      const open = (routes[name] as Route).actions.some((action) => mayEver([], action));
      const answers = {
        'signed out': [await ask(api.nobody, name, ids), 401],
        disabled: [await ask(disabledClient, name, ids), 401],
        'no role': [await ask(noneClient, name, ids), open ? undefined : 404],
      } as const;
      for (const [who, [{ status }, wanted]] of Object.entries(answers))
        if (wanted !== undefined && status !== wanted) wrong.push(`${name} (${who}): ${status}`);
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  test('shows nothing of another site in a list, whatever is asked for', async () => {
    const abroad = await aWholeSite(database);
    for (const role of ['clinician', 'lead', 'site-admin'] as const) {
      const { client } = await aReader(role);
      for (const path of ['programmes', 'handovers', 'groups', 'alerts', 'volunteers']) {
        const { status, body } = await client.get(`/${path}?site=${abroad.site}`);
        if (status !== 404) expect({ path, body }).toEqual({ path, body: { items: [], nextCursor: null } });
      }
      for (const path of [
        'nudges?limit=200',
        'deliveries?limit=200',
        'dead-events?limit=200',
        'handover-tasks?limit=200',
      ])
        for (const id of [abroad.group, abroad.handover, abroad['dead-event']])
          expect((await client.get(`/${path}`)).text).not.toContain(id);
    }
  }, 30_000);
});

describe('a route without a declared policy', () => {
  @Controller('undeclared')
  class Undeclared {
    @Get()
    read(): string {
      return 'anything';
    }
  }

  @Controller('declared')
  class Declared {
    @Get()
    @Public()
    read(): string {
      return 'anything';
    }
  }

  const boot = async (controller: new () => object): Promise<void> => {
    const { urls } = database;
    const env = apiEnv({
      APP_DATABASE_URL: urls.app,
      AUTH_DATABASE_URL: urls.auth,
      RELAY_DATABASE_URL: urls.relay,
      QUEUE_DATABASE_URL: urls.relay,
      FOLLOWON_SECRET: testSecret,
    });
    @Module({ imports: [CoreModule.with(env)], controllers: [controller] })
    class House {}
    const app = await NestFactory.create(House, { logger: false, abortOnError: false });
    try {
      await app.init();
    } finally {
      await app.close();
    }
  };

  test('stops the start, and is named', async () => {
    await expect(boot(Undeclared)).rejects.toThrow(/declare no policy.*\n.*Undeclared\.read/);
    await expect(boot(Declared)).resolves.toBeUndefined();
  });
});
