import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Problem } from '@followon/shared/contract/problem';
import pg from 'pg';
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
let admin: Client;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  siteId = (await aSite(database)).id;
  clinician = await api.signedInAs(await anAccount(database, { roles: [{ role: 'clinician', siteId }] }));
  admin = await api.signedInAs(await anAccount(database, { roles: [{ role: 'site-admin', siteId }] }));
}, 30_000);

afterAll(async () => {
  await api?.close();
  await database?.close();
});

const aProgramme = (over: object = {}) => ({
  siteId,
  name: 'Walking well',
  type: 'PMP',
  lastSessionOn: '2026-10-20',
  ...over,
});

describe('a date that nobody means', () => {
  test.each(['0000-01-01', '0001-01-01', '1999-12-31', '2100-01-01', '9999-12-31', '2026-02-30'])(
    'is refused wherever it is sent: %s',
    async (day) => {
      const answers = await Promise.all([
        clinician.post<Problem>('/programmes', aProgramme({ lastSessionOn: day })),
        clinician.post<Problem>('/programmes', aProgramme({ firstSessionOn: day })),
        admin.post<Problem>('/groups', { siteId, name: 'Tuesday tea', cadence: 'weekly', formedOn: day }),
      ]);
      expect(answers.map(({ status, body }) => [status, body.errors?.[0]?.path])).toEqual([
        [400, 'lastSessionOn'],
        [400, 'firstSessionOn'],
        [400, 'formedOn'],
      ]);
    },
  );
});

describe('a cursor that somebody made up', () => {
  const id = '5b6f5a34-6e31-4a7c-9f5e-3a4a0b1d2c3e';
  const made = (...position: unknown[]) => Buffer.from(JSON.stringify(position)).toString('base64url');

  test.each<[string, unknown[]]>([
    ['/programmes', ['0000-01-01', id]],
    ['/programmes', ['9999-12-31', id]],
    ['/handovers', ['0000-01-01', id]],
    ['/alerts', [1e16, id]],
    ['/handover-tasks', [0, 99_999_999_999, 1, id]],
    ['/groups', [`a\0`, id]],
    ['/nudges', ['0000-01-01T00:00:00Z', id]],
    ['/deliveries', ['9999-12-31T23:59:59Z', id]],
    ['/dead-events', ['0000-01-01T00:00:00Z', id]],
  ])('is refused, not stumbled over: %s %j', async (path, position) => {
    const { status, body } = await admin.get<Problem>(`${path}?cursor=${made(...position)}`);
    expect([path, status, body.code]).toEqual([path, 400, 'invalid']);
  });
});

describe('a body that cannot be read', () => {
  const send = async (body: string, type?: string): Promise<{ status: number; problem: Problem }> => {
    const headers: Record<string, string> = type === undefined ? {} : { 'Content-Type': type };
    const response = await clinician.fetch('/programmes', { method: 'POST', headers, body });
    return { status: response.status, problem: (await response.json()) as Problem };
  };

  test.each(['{"name": ', '[1,', '"text"', ''])('is refused with a way to mend it: %j', async (body) => {
    const { status, problem } = await send(body, 'application/json');
    expect(status).toBe(400);
    expect(problem.detail ?? problem.errors?.[0]?.message).toMatch(/JSON|missing/);
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    undefined,
  ])('is refused as what it is, not as an empty one: %s', async (type) => {
    const { status, problem } = await send(JSON.stringify(aProgramme()), type);
    expect([status, problem.code]).toEqual([415, 'http-415']);
    expect(problem.detail).toContain('application/json');
  });

  test('that lacks and mistakes its fields is answered in plain words, field by field', async () => {
    const { body } = await clinician.post<Problem>('/programmes', { name: 'W', type: 'XXX', colour: 'red' });
    const said = new Map(body.errors?.map(({ path, message }) => [path, message]));
    expect(said.get('siteId')).toBe('This is missing. Fill it in.');
    expect(said.get('name')).toBe('Write at least 2 letters.');
    expect(said.get('type')).toBe('Choose one of these: PMP, SMP.');
    expect(said.get('')).toBe('Nothing is known of: colour. Leave it out.');
  });
});

describe('a write that has to wait too long', () => {
  test('is asked to come again, and done when it does', async () => {
    const { body: programme } = await clinician.post<{ id: string; version: number }>(
      '/programmes',
      aProgramme(),
    );
    const other = new pg.Client({ connectionString: database.urls.owner });
    await other.connect();
    await other.query('begin');
    await other.query('select 1 from programme where id = $1 for update', [programme.id]);
    const finish = () =>
      clinician.post<Problem>(`/programmes/${programme.id}/finish`, { finishedOn: '2026-10-20' });
    try {
      const { status, headers, body } = await finish();
      expect([status, body.code]).toEqual([503, 'busy']);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      await other.query('rollback');
      await other.end();
    }
    expect((await finish()).status).toBe(200);
  }, 15_000);
});
