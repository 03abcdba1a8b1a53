import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Problem } from '@followon/shared/contract/problem';
import type { SessionView } from '@followon/shared/contract/session';
import { aSite } from '../support/a-site.js';
import type { AccountRow } from '../support/an-account.js';
import { anAccount, testPassword } from '../support/an-account.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

let database: TestDatabase;
let api: TestApi;
let siteId: string;
let account: AccountRow;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  siteId = (await aSite(database)).id;
}, 30_000);

beforeEach(async () => {
  await database.query('delete from sign_in_failure');
  account = await anAccount(database, { roles: [{ role: 'clinician', siteId }] });
});

afterAll(async () => {
  await api?.close();
  await database?.close();
});

const signIn = (email: string, password = testPassword, headers: Record<string, string> = {}) =>
  api.nobody.post<SessionView & Problem>('/session', { email, password }, headers);

const wordsOf = ({ status, body: { requestId: _, ...words } }: { status: number; body: Problem }) => ({
  status,
  words,
});

/** ASVS v5.0.0-3.3.1 to 3.3.4 */
describe('the cookie', () => {
  test('is bound to this host, out of reach of scripts and of other sites', async () => {
    const [cookie = ''] = (await signIn(account.email)).headers.getSetCookie();
    const [pair = '', ...attributes] = cookie.split('; ');
    expect(pair).toMatch(/^__Host-followon=[A-Za-z0-9_-]{43}$/);
    expect(attributes.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
  });

  test('holds what is kept nowhere: the database has only its hash', async () => {
    const [cookie = ''] = (await signIn(account.email)).headers.getSetCookie();
    const token = /=([^;]+)/.exec(cookie)?.[1] ?? '';
    const kept = await database.query(
      `select 1 from session where account_id = $1 and token_hash = sha256($2::bytea)`,
      [account.id, Buffer.from(token)],
    );
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(await database.query('select * from session'))).not.toContain(token);
  });

  test('is a new one at each sign-in, and the one that came along is ended', async () => {
    const old = await api.signedInAs(account);
    const oldCookie = await cookieOf(account);
    const [fresh = ''] = (
      await signIn(account.email, testPassword, { Cookie: oldCookie })
    ).headers.getSetCookie();
    expect(fresh.startsWith(oldCookie)).toBe(false);
    expect((await withCookie(oldCookie)).status).toBe(401);
    expect((await old.get('/session')).status).toBe(200);
  });
});

const cookieOf = async ({ email }: AccountRow): Promise<string> => {
  const [cookie = ''] = (await signIn(email)).headers.getSetCookie();
  return cookie.slice(0, cookie.indexOf(';'));
};
const withCookie = (cookie: string) => api.nobody.get<Problem>('/session', { headers: { Cookie: cookie } });

describe('a wrong pair', () => {
  test('gets the same words whether or not the address is known, or may still sign in', async () => {
    const disabled = await anAccount(database, { disabledAt: new Date() });
    const wrongPassword = wordsOf(await signIn(account.email, 'not this one'));
    expect(wrongPassword.status).toBe(401);
    expect(wordsOf(await signIn('nobody@example.test', 'not this one'))).toEqual(wrongPassword);
    expect(wordsOf(await signIn(disabled.email))).toEqual(wrongPassword);
  });

  test('keeps neither addresses nor passwords', async () => {
    await signIn(account.email, 'a very telling password');
    const rows = await database.query<{ subject_hash: Buffer }>('select subject_hash from sign_in_failure');
    expect(rows).toHaveLength(2);
    for (const { subject_hash } of rows) expect(subject_hash).toHaveLength(32);
  });
});

describe('a session', () => {
  test('ends with signing out, for whoever kept the cookie', async () => {
    const cookie = await cookieOf(account);
    expect((await withCookie(cookie)).status).toBe(200);
    const out = await api.nobody.delete('/session', { Cookie: cookie });
    expect([out.status, out.headers.get('clear-site-data')]).toEqual([204, '"cache", "cookies", "storage"']);
    expect((await withCookie(cookie)).status).toBe(401);
  });

  test('ends on the next request when the account is disabled', async () => {
    const client = await api.signedInAs(account);
    await database.query('update account set disabled_at = now() where id = $1', [account.id]);
    expect((await client.get('/session')).status).toBe(401);
    expect((await client.post('/programmes', {})).status).toBe(401);
  });

  test('loses a right on the next request when the role is taken away', async () => {
    const client = await api.signedInAs(account);
    expect((await client.get('/programmes')).status).toBe(200);
    await database.query('delete from membership where account_id = $1', [account.id]);
    expect((await client.get('/programmes')).status).toBe(404);
  });

  test('names what its owner may do, and nothing of others', async () => {
    const { body } = await signIn(account.email);
    expect(body).toMatchObject({
      accountId: account.id,
      memberships: [{ siteId, role: 'clinician' }],
      mode: 'demo',
    });
    expect(body.actions).toContain('sign-off-handover');
    expect(body.actions).not.toContain('see-marks');
    expect(JSON.stringify(body)).not.toContain(account.email);
  });
});

describe('a session that has run out', () => {
  test.each([
    { when: 'nothing was done for half an hour', set: `last_seen_at = now() - interval '31 minutes'` },
    { when: 'twelve hours are over', set: `expires_at = now() - interval '1 second'` },
  ])('is over when $when', async ({ set }) => {
    const client = await api.signedInAs(account);
    await database.query(`update session set ${set} where account_id = $1`, [account.id]);
    expect((await client.get('/session')).status).toBe(401);
  });

  test('is thrown away when the API starts, and no other', async () => {
    for (const set of [`last_seen_at = now() - interval '31 minutes'`, `expires_at = now()`]) {
      await cookieOf(account);
      await database.query(`update session set ${set} where account_id = $1`, [account.id]);
    }
    const living = await cookieOf(account);
    await (await anApi(database)).close();
    const left = await database.query('select 1 from session where account_id = $1', [account.id]);
    expect([left.length, (await withCookie(living)).status]).toEqual([1, 200]);
  });
});

describe('a write from elsewhere', () => {
  const post = async (headers: Record<string, string>) => {
    const response = await fetch(`${api.url}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify({ email: account.email, password: testPassword }),
    });
    await response.text();
    return response.status;
  };

  test('is refused without our origin or header, and let in with either', async () => {
    expect(await post({})).toBe(403);
    expect(await post({ Origin: 'https://elsewhere.example' })).toBe(403);
    expect(await post({ Origin: 'null' })).toBe(403);
    expect(await post({ Origin: `${api.url}.elsewhere.example` })).toBe(403);
    expect(await post({ Origin: api.url })).toBe(200);
    expect(await post({ 'X-Requested-With': 'followon' })).toBe(200);
  });
});
