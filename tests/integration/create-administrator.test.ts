import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NewAdministrator } from '@followon/shared/accounts/create-administrator';
import { AdministratorRefused, createAdministrator } from '@followon/shared/accounts/create-administrator';
import { verifyPassword } from '@followon/shared/accounts/password';
import { createDataSource } from '@followon/shared/db/data-source';
import { inTransaction } from '@followon/shared/db/transaction';
import type { DataSource } from 'typeorm';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const first = {
  email: 'first@service.test',
  displayName: 'First',
  siteName: 'North',
  password: 'a long enough one',
};

describe('the first administrator of a live network', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  const create = (administrator: NewAdministrator) =>
    inTransaction(dataSource, { kind: 'none' }, (manager) => createAdministrator(manager, administrator));
  const rolesOf = (accountId: string) =>
    database.query<{ name: string; role: string }>(
      'select s.name, m.role from membership m join site s on s.id = m.site_id where m.account_id = $1 order by 1, 2',
      [accountId],
    );

  beforeAll(async () => {
    database = await aDatabase();
    dataSource = createDataSource({ url: database.urls.owner, name: 'admin-test', poolSize: 1 });
    await dataSource.initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.close();
  });

  test('gets a new site, the whole network and the password that was given', async () => {
    const { accountId } = await create(first);
    expect(await rolesOf(accountId)).toEqual([
      { name: 'North', role: 'network-admin' },
      { name: 'North', role: 'site-admin' },
    ]);
    const [account] = await database.query<{ password_hash: string }>('select password_hash from account');
    expect(await verifyPassword(account?.password_hash ?? '', first.password)).toBe(true);
  });

  test('is refused for an address that has an account, however it is written, and nothing is changed', async () => {
    await expect(create({ ...first, email: 'FIRST@service.test', siteName: 'Elsewhere' })).rejects.toThrow(
      AdministratorRefused,
    );
    expect(await database.query('select name from site')).toEqual([{ name: 'North' }]);
  });

  test('leaves no earlier administrator of the network without the site they found', async () => {
    const [earlier] = await database.query<{ id: string }>(`select id from account where email = $1`, [
      first.email,
    ]);
    await create({ ...first, email: 'third@service.test', siteName: 'West' });
    expect(await rolesOf(earlier?.id ?? '')).toContainEqual({ name: 'West', role: 'network-admin' });
    await database.query(`delete from membership where site_id = (select id from site where name = 'West')`);
    await database.query(`delete from site where name = 'West'`);
  });

  test('joins a site that is there already and sees every other one', async () => {
    await database.insert('site', { name: 'South' });
    const { accountId } = await create({ ...first, email: 'second@service.test', siteName: 'north' });
    expect(await rolesOf(accountId)).toEqual([
      { name: 'North', role: 'network-admin' },
      { name: 'North', role: 'site-admin' },
      { name: 'South', role: 'network-admin' },
    ]);
  });
});
