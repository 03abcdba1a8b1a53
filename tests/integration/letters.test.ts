import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LetterView } from '@followon/shared/contract/deliveries';
import { sealAddress } from '@followon/shared/db/contacts/seal-address';
import type { DeliveryStage } from '../support/a-delivery.js';
import { aDeliveryStage } from '../support/a-delivery.js';
import { anAccount } from '../support/an-account.js';
import { testSecret } from '../support/test-secret.js';

const address = '7 Invented Row\nAvonside AV1 2CD';

let stage: DeliveryStage;
let letter: string;
beforeAll(async () => {
  stage = await aDeliveryStage();
  letter = await stage.aDelivery({ state: 'held', reason: 'to-print', channel: 'paper' });
  const id = randomUUID();
  const { sealed, keyId, addressHash } = sealAddress(testSecret, { id, channel: 'letter', address });
  const person = { person_id: stage.memberId, person_kind: 'member', member_id: stage.memberId };
  await stage.database.insert('contact_point', {
    ...{ id, ...person, channel: 'letter', sealed, key_id: keyId, address_hash: addressHash },
    added_at: new Date(),
  });
  await stage.database.insert('message_wish', { ...person, format: 'large-print', updated_at: new Date() });
}, 30_000);
afterAll(() => stage?.close());

const opened = (id: string, query = '?reason=to-post') =>
  stage.at['site-admin'].get<LetterView>(`/deliveries/${id}/letter${query}`);

describe('a letter', () => {
  test('is worded like any other message, to a person at an address, in the size they wish for', async () => {
    const { body } = await opened(letter);
    expect(body).toMatchObject({
      ...{ toName: 'Robin', address, format: 'large-print', subject: 'How did it go?' },
      sheets: [{ lang: 'en', text: expect.stringContaining('how many people came') }],
    });
  });

  test('is in Welsh where Welsh is wished for, and says so', async () => {
    expect((await opened(letter)).body.sheets.map(({ lang }) => lang)).toEqual(['en']);
    const speaks = (language: string) =>
      stage.database.query('update message_wish set language = $2 where member_id = $1', [
        stage.memberId,
        language,
      ]);
    await speaks('cy');
    const { body } = await opened(letter);
    await speaks('en');
    expect(body.subject).toBe('Sut aeth hi?');
    expect(body.sheets.map(({ lang }) => lang)).toEqual(['cy']);
    expect(JSON.stringify(body.sheets)).not.toMatch(/\b(say|stop|the|you|wishes)\b/i);
  });

  test('goes where the contact person of the group wrote down that it goes', async () => {
    const { database, siteId, memberId } = stage;
    const contact = await anAccount(database, { roles: [{ role: 'contact', siteId }] });
    const [{ group_id: group = '' } = {}] = await database.query<{ group_id: string }>(
      'select group_id from member where id = $1',
      [memberId],
    );
    const role = { site_id: siteId, group_id: group, kind: 'contact', account_id: contact.id };
    await database.insert('group_role', { ...role, from_on: '2026-03-01' });
    const moved = { lines: ['9 Invented Row', 'Avonside'], postcode: 'av1 2ce' };
    const client = await stage.api.signedInAs(contact);
    const { status } = await client.put(
      `/groups/${group}/members/${memberId}/wishes`,
      { address: { channel: 'letter', address: moved } },
      { 'If-Match': '"1"' },
    );
    expect(status).toBe(200);
    expect((await opened(letter)).body.address).toBe('9 Invented Row\nAvonside\nAV1 2CE');
  });

  test('is opened for a reason, and that is written down', async () => {
    expect((await opened(letter, '')).status).toBe(400);
    expect((await opened(letter, '?reason=curious')).status).toBe(400);
    await opened(letter, '?reason=person-asked');
    const [entry] = await stage.database.query<{ what: string }>(
      'select what from audit_entry where subject = $1 order by seq desc limit 1',
      [letter],
    );
    expect(entry?.what).toBe('letter.opened-person-asked');
  });

  test('and its address stay shut once it was posted, and for every other message', async () => {
    const posted = await stage.aDelivery({ state: 'held', reason: 'to-print', channel: 'paper' });
    await stage.at['site-admin'].post(`/deliveries/${posted}/settle`, { how: 'posted' });
    const mail = await stage.aDelivery({ state: 'dead', reason: 'refused' });
    for (const id of [posted, mail]) expect((await opened(id)).status).toBe(409);
  });

  test('is for the site’s administrator alone', async () => {
    for (const role of ['lead', 'clinician', 'volunteer', 'contact', 'network-admin'] as const)
      expect((await stage.at[role].get(`/deliveries/${letter}/letter?reason=to-post`)).status).toBe(404);
    expect((await stage.stranger.get(`/deliveries/${letter}/letter?reason=to-post`)).status).toBe(404);
  });
});
