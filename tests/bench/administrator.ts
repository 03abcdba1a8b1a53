import { randomUUID } from 'node:crypto';
import type { ImportReport } from '@followon/shared/contract/imports';
import type { Role } from '@followon/shared/contract/session';
import type { AccountRow } from '../support/an-account.js';
import type { Stage } from '../support/stage.js';

export interface Administrator {
  /** Answers the import's id once the last byte has been taken in. */
  sendRegisters(csv: string): Promise<string>;
  reportOf(id: string): Promise<ImportReport>;
}

/** Of a network, and signed in; the session is a row, so that no password has to be known. */
export async function anAdministrator(stage: Stage, api: string): Promise<Administrator> {
  const { testPassword } = await import('../support/an-account.js');
  const site = await insertInto(stage)('site', { name: `Own site ${randomUUID()}` });
  const account = await someone(stage, { role: 'network-admin', siteId: String(site.id) });
  const cookie = await signIn(api, account.email, testPassword);
  const headers = { cookie, 'x-requested-with': 'followon' };
  return {
    sendRegisters: async (csv) => {
      const answer = await fetch(`${api}/api/imports/registers`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'text/csv' },
        body: csv,
      });
      if (answer.status !== 202)
        throw new Error(`The import answered ${answer.status}: ${await answer.text()}`);
      return ((await answer.json()) as { id: string }).id;
    },
    reportOf: async (id) =>
      (await (await fetch(`${api}/api/imports/${id}`, { headers })).json()) as ImportReport,
  };
}

/** An account with this role, by the password of every test account. */
export async function someone(
  stage: Stage,
  held: { readonly role: Role; readonly siteId: string },
): Promise<AccountRow> {
  const { anAccount } = await import('../support/an-account.js');
  const database = { ...unused, insert: insertInto(stage) };
  return anAccount(database as unknown as Parameters<typeof anAccount>[0], { roles: [held] });
}

const unused = { urls: undefined, query: undefined, close: undefined };

const insertInto =
  (stage: Stage) =>
  async (table: string, row: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> => {
    const columns = Object.keys(row);
    const places = columns.map((_, index) => `$${index + 1}`).join(', ');
    const sql = `insert into ${table} (${columns.join(', ')}) values (${places}) returning *`;
    const [stored] = await stage.query<Record<string, unknown>>(sql, Object.values(row));
    return stored ?? {};
  };

/** Answers the session's cookie. */
export async function signIn(api: string, email: string, password: string): Promise<string> {
  const answer = await fetch(`${api}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-requested-with': 'followon' },
    body: JSON.stringify({ email, password }),
  });
  const [cookie] = answer.headers.getSetCookie();
  if (!cookie) throw new Error(`Signing in answered ${answer.status}.`);
  return cookie.slice(0, cookie.indexOf(';'));
}
