import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Problem } from '@followon/shared/contract/problem';
import type { AccountRow } from '../support/an-account.js';
import { anAccount, testPassword } from '../support/an-account.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

let database: TestDatabase;
let api: TestApi;
let account: AccountRow;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
}, 30_000);

beforeEach(async () => {
  await database.query('delete from sign_in_failure');
  account = await anAccount(database);
});

afterAll(async () => {
  await api?.close();
  await database?.close();
});

const signIn = (email: string, password = testPassword) =>
  api.nobody.post<Problem>('/session', { email, password });

/** ASVS v5.0.0-6.3.1 */
describe('a wrong password', () => {
  test('ten times closes the account’s door for a while, also to the right password, and no other', async () => {
    for (let tries = 0; tries < 10; tries += 1) expect((await signIn(account.email, 'no')).status).toBe(401);
    const { status, headers, body } = await signIn(account.email.toUpperCase());
    expect([status, body.code]).toEqual([429, 'too-many-tries']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    const other = await anAccount(database);
    expect((await signIn(other.email)).status).toBe(200);
  });

  test('ten times at once is counted as ten: of forty, ten get an answer about the password', async () => {
    const tries = await Promise.all(Array.from({ length: 40 }, () => signIn(account.email, 'no')));
    const statuses = tries.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(30);
  });

  test('is all that counts: right ones between them do not', async () => {
    for (let tries = 0; tries < 9; tries += 1) await signIn(account.email, 'no');
    for (let tries = 0; tries < 3; tries += 1) expect((await signIn(account.email)).status).toBe(200);
    expect((await signIn(account.email, 'no')).status).toBe(401);
    expect((await signIn(account.email)).status).toBe(429);
  });

  test('does so for an unknown address too', async () => {
    for (let tries = 0; tries < 10; tries += 1) await signIn('nobody@example.test', 'no');
    expect((await signIn('nobody@example.test', 'no')).status).toBe(429);
  });

  test('thirty times from one address closes the door to that address', async () => {
    for (let n = 0; n < 3; n += 1) {
      const { email } = await anAccount(database);
      for (let tries = 0; tries < 10; tries += 1) await signIn(email, 'no');
    }
    expect((await signIn(account.email)).status).toBe(429);
  });
});
