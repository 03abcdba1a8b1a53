import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GroupRow } from '../support/a-group.js';
import { aGroup } from '../support/a-group.js';
import type { RoundStage } from '../support/a-round.js';
import { aRoundStage } from '../support/a-round.js';
import { aSite } from '../support/a-site.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);
let database: TestDatabase;
let worker: TestWorker;
let stage: RoundStage;
let siteId: string;
let group: GroupRow;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
});

beforeEach(async () => {
  siteId = (await aSite(database)).id;
  stage = aRoundStage(database, worker, siteId);
  group = await aGroup(database, { siteId, formedOn: '2026-10-05', headcounts: [6] });
});

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

describe('a group', () => {
  test('is asked about the winter in November and about a turn of roles each quarter, once', async () => {
    const contact = await stage.person('contact');
    await stage.holds(group, 'contact', contact);
    await stage.begun(group, '2026-10-14');
    for (const day of ['2026-10-15', '2026-10-16', '2026-11-02', '2026-11-03']) await stage.live(day);
    expect(await stage.messages('hand_round_roles')).toMatchObject([
      { person_id: contact, state: 'sent', on: '2026-10-15' },
    ]);
    expect(await stage.messages('winter_note')).toMatchObject([
      { person_id: contact, state: 'sent', on: '2026-11-02' },
    ]);
  });

  test('in which roles stand empty for two weeks is asked then, and not again with the quarter', async () => {
    const contact = await stage.person('contact');
    group = await aGroup(database, { siteId, formedOn: '2026-09-07', headcounts: [6, 7, 6, 7] });
    await stage.holds(group, 'contact', contact);
    await stage.begun(group, '2026-09-30');
    await stage.live('2026-10-13');
    expect(await stage.messages('hand_round_roles')).toEqual([]);
    for (const day of ['2026-10-14', '2026-10-15']) await stage.live(day);
    expect(await stage.messages('hand_round_roles')).toMatchObject([
      { person_id: contact, state: 'sent', on: '2026-10-14' },
      { person_id: contact, state: 'suppressed', on: '2026-10-15' },
    ]);
  });

  test('that rests is asked nothing', async () => {
    await stage.holds(group, 'contact', await stage.person('contact'));
    await stage.begun(group, '2026-10-14');
    await database.query(`update follow_on_group set state = 'resting' where id = $1`, [group.id]);
    for (const day of ['2026-10-15', '2026-11-02']) await stage.live(day);
    expect([...(await stage.messages('hand_round_roles')), ...(await stage.messages('winter_note'))]).toEqual(
      [],
    );
  });

  test('that was there before has its rounds from the weekly look at silence', async () => {
    await stage.holds(group, 'contact', await stage.person('contact'));
    const due = { site_id: siteId, stream_id: group.id, subject_id: group.id };
    await database.insert('due', {
      ...{ ...due, rule: 'silence', occurrence: '2026-10-26', due_at: '2026-10-26T07:00:00Z' },
    });
    for (const day of ['2026-10-26', '2026-11-02']) await stage.live(day);
    expect(await stage.messages('winter_note')).toMatchObject([{ state: 'sent' }]);
  });

  test('that asked for ideas gets them, to whoever asked', async () => {
    const contact = await stage.person('contact');
    await stage.holds(group, 'contact', contact);
    const { id: nudgeId } = await database.insert<{ id: string }>('nudge', {
      ...{
        site_id: siteId,
        group_id: group.id,
        key: 'would_a_hand_help',
        occasion: 'one',
        audience: 'role-holder',
      },
      ...{
        person_kind: 'account',
        person_id: contact,
        subject_id: randomUUID(),
        state: 'sent',
        answer: 'send-ideas',
      },
      ...{
        due_at: noonOf('2026-04-13'),
        sent_at: noonOf('2026-04-13'),
        use_by: noonOf('2026-04-20'),
        event_id: randomUUID(),
      },
    });
    await worker.append({
      ...{
        name: 'nudge.answered.v1',
        streamId: group.id,
        streamKind: 'group',
        siteId,
        occurredAt: noonOf('2026-04-14'),
      },
      payload: { nudgeId, key: 'would_a_hand_help', choice: 'send-ideas' },
    });
    await worker.drain(noonOf('2026-04-14'));
    await worker.deliverer.deliver(noonOf('2026-04-14'));
    expect(await stage.messages('ideas_pack')).toMatchObject([{ person_id: contact, state: 'sent' }]);
  });
});
