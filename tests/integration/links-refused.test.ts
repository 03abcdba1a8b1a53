import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { LinkView } from '@followon/shared/contract/links';
import type { Problem } from '@followon/shared/contract/problem';
import type { HandoverRow } from '../support/a-handover.js';
import { aHandover, taskOf } from '../support/a-handover.js';
import { aLink } from '../support/a-link.js';
import { aProgramme } from '../support/a-programme.js';
import { aSite } from '../support/a-site.js';
import type { AccountRow } from '../support/an-account.js';
import { anAccount } from '../support/an-account.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

let database: TestDatabase;
let api: TestApi;
let site: string;
let volunteer: AccountRow;
let programme: { readonly id: string };
let handover: HandoverRow;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  site = (await aSite(database)).id;
  volunteer = await anAccount(database, { roles: [{ role: 'volunteer', siteId: site }] });
}, 30_000);

beforeEach(async () => {
  const made = await aProgramme(database, { siteId: site, ptvId: volunteer.id });
  programme = made;
  handover = await aHandover(database, made, { volunteerId: volunteer.id });
  await database.query(`update handover_task set due_on = '2099-01-05' where handover_id = $1`, [
    handover.id,
  ]);
});

afterAll(async () => {
  await api?.close();
  await database?.close();
});

const visit = () => taskOf(database, handover.id, 'ptv_visit');
const linkTo = async (over: Partial<Parameters<typeof aLink>[1]> = {}) =>
  (
    await aLink(database, {
      ...{ site, action: 'tick-task', subject: (await visit()).id },
      account: volunteer.id,
      ...over,
    })
  ).token;
const open = (token: string) => api.nobody.post<LinkView & Problem>('/links/open', { token });
const act = (token: string, said: object) =>
  api.nobody.post<LinkView & Problem>('/links/act', { token, ...said });

describe('a link that does not work', () => {
  const refused = async (over: Partial<Parameters<typeof aLink>[1]>) => {
    const token = await linkTo(over);
    return [await open(token), await act(token, { choice: 'done' })];
  };

  test('looks the same to the byte, whether it is wrong, over, taken back, foreign or its holder may not any more', async () => {
    const wrong = await open('A'.repeat(43));
    expect(wrong.status).toBe(404);
    const stranger = await anAccount(database, { roles: [{ role: 'volunteer', siteId: site }] });
    const disabled = await anAccount(database, {
      roles: [{ role: 'lead', siteId: site }],
      disabledAt: new Date(),
    });
    const elsewhere = await anAccount(database, {
      roles: [{ role: 'lead', siteId: (await aSite(database)).id }],
    });
    const answers = [
      ...(await refused({ expiresAt: new Date(Date.now() - 1) })),
      ...(await refused({ revokedAt: new Date() })),
      ...(await refused({ account: stranger.id })),
      ...(await refused({ account: disabled.id })),
      ...(await refused({ account: elsewhere.id })),
    ];
    for (const { status, text } of answers)
      expect({ status, text }).toEqual({ status: 404, text: wrong.text });
    expect((await visit()).state).toBe('open');
  });

  test('ends with the assignment', async () => {
    const token = await linkTo();
    const next = await anAccount(database, { roles: [{ role: 'volunteer', siteId: site }] });
    await database.query('update programme set ptv_id = $2 where id = $1', [programme.id, next.id]);
    await database.query('update handover_task set assignee_id = $2 where id = $1', [
      (await visit()).id,
      next.id,
    ]);
    expect((await open(token)).status).toBe(404);
  });

  test('is no way in for another page of the browser, nor for GET', async () => {
    const token = await linkTo();
    const crossSite = await api.nobody.post(
      '/links/act',
      { token, choice: 'done' },
      {
        'X-Requested-With': 'XMLHttpRequest',
        Origin: 'https://elsewhere.example',
      },
    );
    expect(crossSite.status).toBe(403);
    expect((await api.nobody.get(`/links/open?token=${token}`)).status).toBe(404);
    expect((await visit()).state).toBe('open');
  });
});
