import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Problem } from '@followon/shared/contract/problem';
import type { ProgrammeView } from '@followon/shared/contract/programmes';
import { aGroup } from '../support/a-group.js';
import { aSite } from '../support/a-site.js';
import { anAccount } from '../support/an-account.js';
import type { Client, TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

let database: TestDatabase;
let api: TestApi;
let siteId: string;
let clinician: Client;
let colleague: Client;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  siteId = (await aSite(database)).id;
  const roles = [{ role: 'clinician', siteId }] as const;
  clinician = await api.signedInAs(await anAccount(database, { roles }));
  colleague = await api.signedInAs(await anAccount(database, { roles }));
}, 30_000);

afterAll(async () => {
  await api?.close();
  await database?.close();
});

const aNewProgramme = (name: string, over: object = {}) => ({
  siteId,
  name,
  type: 'PMP',
  lastSessionOn: '2026-10-20',
  ...over,
});

const add = (who: Client, body: object, key: string) =>
  who.post<ProgrammeView & Problem>('/programmes', body, { 'Idempotency-Key': key });

const stored = (name: string) =>
  database.query<{ id: string }>('select id from programme where name = $1', [name]);

describe('one key', () => {
  test('sent twenty times at once makes one programme, and all get its answer', async () => {
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => add(clinician, aNewProgramme('Twenty'), key)),
    );
    const rows = await stored('Twenty');
    expect(rows).toHaveLength(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.id))).toEqual(new Set([rows[0]?.id]));
    const events = await database.query('select 1 from event where stream_id = $1', [rows[0]?.id]);
    expect(events).toHaveLength(1);
    const audit = await database.query('select 1 from audit_entry where subject = $1', [rows[0]?.id]);
    expect(audit).toHaveLength(1);
  });

  test('without a key, twenty make twenty', async () => {
    const body = aNewProgramme('Without a key');
    await Promise.all(Array.from({ length: 20 }, () => clinician.post('/programmes', body)));
    expect(await stored('Without a key')).toHaveLength(20);
  });

  test('with another body or for another route is refused, and changes nothing', async () => {
    const key = randomUUID();
    const { body: first } = await add(clinician, aNewProgramme('First'), key);
    const other = await add(clinician, aNewProgramme('Second'), key);
    expect([other.status, other.body.code]).toEqual([422, 'reused-key']);
    const finish = await clinician.post<Problem>(
      `/programmes/${first.id}/finish`,
      { finishedOn: '2026-10-20' },
      { 'Idempotency-Key': key },
    );
    expect(finish.status).toBe(422);
    expect(await stored('Second')).toEqual([]);
  });

  test('of two people is two keys', async () => {
    const key = randomUUID();
    const mine = await add(clinician, aNewProgramme('Shared key'), key);
    const theirs = await add(colleague, aNewProgramme('Shared key'), key);
    expect(theirs.status).toBe(201);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  test('is free again when its request was refused', async () => {
    const key = randomUUID();
    const refused = await add(clinician, aNewProgramme('Mended', { siteId: randomUUID() }), key);
    expect(refused.status).toBe(404);
    expect((await add(clinician, aNewProgramme('Mended'), key)).status).toBe(201);
  });

  test.each(['', 'with a space', 'x'.repeat(129)])('that is no key is refused: "%s"', async (key) => {
    const { status, body } = await add(clinician, aNewProgramme('No key'), key);
    expect([status, body.code]).toEqual([400, 'bad-idempotency-key']);
    expect(await stored('No key')).toEqual([]);
  });
});

/** A contact person and what they sent: somebody joins their group. */
const aGroupOfMine = async () => {
  const account = await anAccount(database, { roles: [{ role: 'contact', siteId }] });
  const group = await aGroup(database, { siteId });
  const role = await database.insert<{ id: string }>('group_role', {
    ...{
      group_id: group.id,
      site_id: siteId,
      kind: 'contact',
      account_id: account.id,
      from_on: '2026-01-01',
    },
  });
  const contact = await api.signedInAs(account);
  const key = randomUUID();
  const join = () =>
    contact.post<Problem>(`/groups/${group.id}/members`, { displayName: 'Siân' }, { 'Idempotency-Key': key });
  return { account, role, key, join };
};

describe('a kept answer', () => {
  test('is given byte for byte, though the database holds neither the name in it nor the key', async () => {
    const { account, key, join } = await aGroupOfMine();
    const first = await join();
    expect([first.status, (await join()).text]).toEqual([201, first.text]);
    const [row] = await database.query('select * from command_key where account_id = $1', [account.id]);
    const kept = Object.values(row ?? {}).map((value) =>
      Buffer.isBuffer(value) ? value.toString('utf8') : String(value),
    );
    expect(kept.join(' ')).not.toMatch(new RegExp(`Siân|displayName|${key}`));
  });

  test('is not given to somebody who has lost a right since', async () => {
    const { account, role, join } = await aGroupOfMine();
    expect((await join()).status).toBe(201);
    await database.query('update group_role set until_on = current_date where id = $1', [role.id]);
    const { status, body, text } = await join();
    expect([status, body.code]).toEqual([409, 'already-done']);
    expect(text).not.toContain('Siân');
    const members = await database.query('select 1 from command_key where account_id = $1', [account.id]);
    expect(members).toHaveLength(1);
  });

  test('is still given to somebody who has more rights than before', async () => {
    const { account, join } = await aGroupOfMine();
    const first = await join();
    await database.insert('membership', { account_id: account.id, site_id: siteId, role: 'volunteer' });
    expect((await join()).text).toBe(first.text);
  });
});
