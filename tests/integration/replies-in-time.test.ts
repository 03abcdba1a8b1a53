import { addressHash } from '@followon/shared/db/contacts/seal-address';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { aGroup } from '../support/a-group.js';
import { aLink } from '../support/a-link.js';
import { aNudge } from '../support/a-nudge.js';
import { aSite } from '../support/a-site.js';
import { aProvider, hasPhone, providerEnv } from '../support/a-telephone.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { eventsOf } from '../support/events.js';
import { seeded } from '../support/seeded.js';
import { testSecret } from '../support/test-secret.js';

/** A time of the day before yesterday, by London's clock in winter or an hour beside it in summer. */
const at = (hour: number, minutes = 0, daysAgo = 2) => {
  const day = new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
  return new Date(Date.parse(`${day}T00:00:00Z`) + (hour * 60 + minutes) * 60_000).toISOString();
};

let database: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let other: TestWorker;
let site: string;
let host: string;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database, providerEnv);
  worker = await aWorker(database);
  other = await aWorker(database);
}, 30_000);

beforeEach(async () => {
  await database.query('delete from inbound_message');
  await database.query('update contact_point set removed_at = now()');
  site = (await aSite(database)).id;
  const group = (await aGroup(database, { siteId: site, headcounts: [] })).id;
  host = (await database.insert<{ id: string }>('member', { site_id: site, group_id: group })).id;
  await hasPhone(database, host);
});

afterAll(async () => {
  await api?.close();
  await worker?.close();
  await other?.close();
  await database?.close();
});

interface Asked {
  readonly meeting: string;
  readonly group: string;
}

/** A meeting of a group of theirs, about which they were asked then. */
async function asked(sentAt: string, { group: known }: { group?: string } = {}): Promise<Asked> {
  const group = known ?? (await aGroup(database, { siteId: site, headcounts: [] })).id;
  const place = { site_id: site, group_id: group };
  if (!known)
    await database.insert('group_role', { ...place, kind: 'host', member_id: host, from_on: '2026-03-01' });
  const date = { ...place, held_on: at(0, 0, 3).slice(0, 10), outcome: 'planned' };
  const meeting = (await database.insert<{ id: string }>('meeting', date)).id;
  const person = { kind: 'member', id: host } as const;
  const nudge = await aNudge(database, { siteId: site, groupId: group, person, dueAt: sentAt });
  const link = { site, action: 'record-register', subject: meeting, member: host, uses: null } as const;
  const { id } = await aLink(database, link);
  await database.query('update link set nudge_id = $2 where id = $1', [id, nudge.id]);
  return { meeting, group };
}

const texts = (message: string, writtenAt: string) =>
  aProvider(api).replies(message, { date_received: writtenAt });
const read = () => worker.inbox.read(new Date());
const came = async ({ meeting }: Asked) =>
  (
    await database.query<{ headcount: number | null }>('select headcount from meeting where id = $1', [
      meeting,
    ])
  )[0]?.headcount;
const savedOnPage = ({ meeting }: Asked, headcount: number, when: string) =>
  database.query(`update meeting set outcome = 'held', headcount = $2, recorded_at = $3 where id = $1`, [
    ...[meeting, headcount, when],
  ]);
const outcomes = async () =>
  (
    await database.query<{ became: string }>(
      `select concat(said, ' ', amount, ' ', outcome) as became from inbound_message order by happened_at`,
    )
  ).map(({ became }) => became);
const aside = () =>
  database.query('select why, meeting_id as meeting, amount from reply_aside where site_id = $1', [site]);

describe('a number is about what was asked when it was written', () => {
  test('though it comes after the next question', async () => {
    const before = await asked(at(9, 0, 4));
    const after = await asked(at(12));
    await texts('6', at(11));
    await texts('7', at(13));
    await read();
    expect([await came(before), await came(after)]).toEqual([6, 7]);
  });

  test('in whatever order two come: the newer one stands, also where the older one comes a turn later', async () => {
    const it = await asked(at(9));
    await texts('7', at(10, 5));
    await texts('6', at(10));
    await read();
    expect([await came(it), await outcomes()]).toEqual([7, ['count 6 saved', 'count 7 saved']]);
    await texts('8', at(10, 2));
    await read();
    expect([await came(it), (await outcomes())[1]]).toEqual([7, 'count 8 overtaken']);
  });

  test('and is nobody’s where nothing had been asked yet, or the question is too old', async () => {
    const it = await asked(at(9));
    await texts('6', at(8));
    await read();
    await database.query(`update link set expires_at = now() - interval '1 hour' where member_id = $1`, [
      host,
    ]);
    await texts('7', at(10));
    await read();
    expect(await came(it)).toBeNull();
    expect(await outcomes()).toEqual(['count 6 not-asked', 'count 7 not-asked']);
    const waits = { why: 'not-asked', meeting: null, amount: null };
    expect(await aside()).toEqual([waits, waits]);
  });

  test('of two groups asked on one day nobody guesses; when one is answered, it is the other', async () => {
    const [one, two] = [await asked(at(9)), await asked(at(9, 1))];
    await texts('6', at(10));
    await texts('no', at(10, 1));
    await read();
    expect([await came(one), await came(two)]).toEqual([null, null]);
    expect(await outcomes()).toEqual(['count 6 unclear', 'not-met  unclear']);
    await savedOnPage(two, 5, at(11));
    await texts('6', at(12));
    await read();
    expect([await came(one), await came(two)]).toEqual([6, 5]);
    const waits = { why: 'unclear', meeting: null };
    expect(await aside()).toEqual([
      { ...waits, amount: 6 },
      { ...waits, amount: null },
    ]);
  });
});

describe('what somebody else saved meanwhile', () => {
  test.each([
    { said: 6, became: 'count 6 said-before', waits: false },
    { said: 9, became: 'count 6 saved-before', waits: true },
  ])(
    'as $said stands, and a text of 6 is kept for a person if it differs',
    async ({ said, became, waits }) => {
      const it = await asked(at(9));
      await texts('6', at(10));
      await savedOnPage(it, said, at(11));
      await read();
      expect([await came(it), await outcomes()]).toEqual([said, [became]]);
      expect(await aside()).toEqual(waits ? [{ why: 'differs', meeting: it.meeting, amount: 6 }] : []);
    },
  );
});

describe('a great many texts', () => {
  const tell = (said: string, amount: number | null, [written, received]: [string, string]) =>
    database.insert('inbound_message', {
      ...{ provider: 'notify', provider_id: `${said} ${written}`, kind: 'reply', said, amount },
      ...{ happened_at: written, received_at: received },
      from_hash: addressHash(testSecret, 'sms', '+447700900123'),
    });
  const minute = (n: number) => at(10, n);

  test('are dealt with in the order in which they were written, by however many workers, once each', async () => {
    const it = await asked(at(9));
    const random = seeded(11);
    const arrival = random.shuffle(Array.from({ length: 300 }, (_, n) => n));
    for (const [n, place] of arrival.entries())
      await tell('count', n, [minute(n), new Date(Date.now() - 60_000 + place * 10).toISOString()]);
    await Promise.all([worker, other, worker, other].map(({ inbox }) => inbox.read(new Date())));
    expect(await came(it)).toBe(299);
    const order = await database.query<{ amount: number }>(
      `select i.amount from event e join inbound_message i on i.id = (e.payload ->> 'inboundId')::uuid
       where e.stream_id = $1 and e.name = 'reply.received.v1' order by e.seq`,
      [site],
    );
    expect(order.map(({ amount }) => amount)).toEqual(Array.from({ length: 300 }, (_, n) => n));
    expect(await database.query('select 1 from inbound_message where handled_at is null')).toEqual([]);
  }, 60_000);

  test('one that cannot be dealt with does not keep a STOP after it', async () => {
    await tell('pause', 5_000, [minute(0), minute(0)]);
    await tell('stop', null, [minute(1), minute(1)]);
    await read();
    expect(await outcomes()).toEqual(['pause 5000 trouble', 'stop  stop']);
    expect((await eventsOf(database, site)).map(({ name }) => name)).toContain('nudge.opted-out.v1');
  });
});
