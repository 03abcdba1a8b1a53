import { randomUUID } from 'node:crypto';
import { createDataSource } from '@followon/shared/db/data-source';
import pg from 'pg';
import { aNetwork, type MeetingToHold, type Network } from '../support/a-network.js';
import { columnsOf, holdMeetings, INSERT_MEETING } from '../support/hold-meeting.js';
import { seeded } from '../support/seeded.js';
import { setStage, type Stage } from '../support/stage.js';
import { inShuffledOrder } from './arms.js';
import { atLeast, type Bench, inPairs, measured, secondsSince } from './measure.js';

const connections = 16;
const groups = 250;
const meetingsEach = 8;
const slices = 3; // short ones in turns, so that a busy moment of the machine hits both arms
const floorPercent = 70;

/** What a request writes: one meeting and its fact. */
export const domainTransaction: Bench = {
  name: 'domain-transaction',
  title: 'Domain transactions',
  run: async ({ seed, repeats, say }) => {
    const stage = await setStage();
    try {
      const random = seeded(seed);
      const fresh = (): Promise<Network> => aNetwork(stage, random, { sites: 5, groups, meetingsEach });
      const raw = await inShuffledOrder(
        {
          product: async () => productRate(stage, await fresh()),
          bare: async () => bareRate(stage, await fresh()),
        },
        { random, repeats: repeats * slices, say },
      );
      const [product, bare] = [measured('tx/s', raw.product), measured('tx/s', raw.bare)];
      const share = inPairs('%', raw.product, raw.bare);
      return {
        bench: domainTransaction.name,
        title: domainTransaction.title,
        method: `${connections} connections, ${groups * meetingsEach} transactions a slice over ${groups} groups; product: inTransaction as a signed-in user behind row-level security, insert meeting, append; bare: plain pg as the owner, begin, insert meeting, update stream_head, insert event, commit`,
        figures: { product, bare, 'product / bare': share },
        floors: [
          atLeast('domain transaction', { is: share.median, floor: floorPercent, unit: '% of bare SQL' }),
        ],
      };
    } finally {
      await stage.close();
    }
  },
};

/** Every connection takes the next meeting until none is left. */
async function rateOf(network: Network, hold: (meeting: MeetingToHold) => Promise<void>): Promise<number> {
  const meetings = network.groups.flatMap((group) => group.meetings);
  const order = seeded(meetings.length).shuffle(meetings);
  const start = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let next = order.pop(); next; next = order.pop()) await hold(next);
    }),
  );
  return meetings.length / secondsSince(start);
}

async function productRate(stage: Stage, network: Network): Promise<number> {
  const database = createDataSource({ url: stage.urls.app, name: 'bench', poolSize: connections });
  await database.initialize();
  try {
    await Promise.all(Array.from({ length: connections }, () => database.query('select 1')));
    return await rateOf(network, (meeting) => holdMeetings(database, network.accountId, [meeting]));
  } finally {
    await database.destroy();
  }
}

async function bareRate(stage: Stage, network: Network): Promise<number> {
  const pool = new pg.Pool({ connectionString: stage.ownerUrl, max: connections });
  try {
    await pool.query(
      `insert into stream_head (stream_id, stream_kind, site_id, next_seq)
       select id, 'group', site_id, 1 from follow_on_group where id = any($1)`,
      [network.groups.map(({ groupId }) => groupId)],
    );
    await Promise.all(Array.from({ length: connections }, () => pool.query('select 1')));
    return await rateOf(network, (meeting) => bareTransaction(pool, meeting));
  } finally {
    await pool.end();
  }
}

async function bareTransaction(pool: pg.Pool, meeting: MeetingToHold): Promise<void> {
  const { meetingId, groupId, siteId, on, headcount } = meeting;
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(INSERT_MEETING, columnsOf(meeting));
    const { rows } = await client.query<{ seq: number }>(
      'update stream_head set next_seq = next_seq + 1 where stream_id = $1 returning next_seq - 1 as seq',
      [groupId],
    );
    const payload = JSON.stringify({ groupId, meetingId, on, headcount, newcomers: 0 });
    await client.query(
      `insert into event (event_id, stream_id, stream_kind, seq, site_id, name, payload, occurred_at)
       values ($1, $2, 'group', $3, $4, 'meeting.held.v1', $5, now())`,
      [randomUUID(), groupId, rows[0]?.seq, siteId, payload],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}
