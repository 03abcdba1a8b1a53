import { stripSql } from '@followon/shared/db/groups/strip-sql';
import pg from 'pg';
import { aNetwork, type Network } from '../support/a-network.js';
import { seeded } from '../support/seeded.js';
import { setStage, type Stage } from '../support/stage.js';
import { inShuffledOrder } from './arms.js';
import { atMost, type Bench, inPairs, measured, secondsSince } from './measure.js';

const connections = 8;
const lists = 200;
const slices = 3; // short ones in turns, so that a busy moment of the machine hits both arms
const mostTimes = 1.5;

/** The list of groups in the shape that the API asks it: first the page, then what is shown of each group on it. */
const LIST = `
  with page as materialized (
    select g.id, row_number() over (order by lower(g.name), g.id) as place from follow_on_group g
    where g.site_id = $1 order by lower(g.name), g.id limit 50)
  select g.id, g.name, s.name as site, g.state, h.level, h.reasons, strip.meetings, breaks.rests
  from page join follow_on_group g on g.id = page.id join site s on s.id = g.site_id
    left join group_health h on h.group_id = g.id
    ${stripSql('g.id', '12')}
  order by page.place`;

export const listBehindWalls: Bench = {
  name: 'list-behind-walls',
  title: 'A list of 50 groups behind row-level security',
  run: async ({ seed, repeats, say }) => {
    const stage = await setStage();
    try {
      const random = seeded(seed);
      const network = await aNetwork(stage, random, { sites: 10, groups: 1_000, meetingsEach: 40 });
      await fill(stage, network);
      const raw = await inShuffledOrder(
        {
          walled: () => msPerList(stage.urls.app, network, network.accountId),
          raw: () => msPerList(stage.ownerUrl, network),
        },
        { random, repeats: repeats * slices, say },
      );
      const [walled, bare] = [measured('ms', raw.walled), measured('ms', raw.raw)];
      const times = inPairs('times', raw.walled, raw.raw);
      return {
        bench: listBehindWalls.name,
        title: listBehindWalls.title,
        method: `${lists} lists a slice over ${connections} connections, the same SQL in a transaction: as app_rt naming its user, and as the owner, whom no policy binds; 1,000 groups, 40,000 meetings, 10 sites; time per list at that concurrency`,
        figures: { walled, raw: bare, 'walled / raw': times },
        floors: [
          atMost('list of 50 behind the wall', {
            is: times.median,
            limit: mostTimes,
            unit: 'times the raw query',
          }),
        ],
      };
    } finally {
      await stage.close();
    }
  },
};

async function fill(stage: Stage, network: Network): Promise<void> {
  const meetings = network.groups.flatMap((group) => group.meetings);
  await stage.query(
    `insert into meeting (id, site_id, group_id, held_on, outcome, headcount, newcomers, recorded_at, version)
     select "meetingId", "siteId", "groupId", "on", 'held', headcount, 0, now(), 1
     from jsonb_to_recordset($1::jsonb) as m("meetingId" uuid, "siteId" uuid, "groupId" uuid, "on" date, headcount int)`,
    [JSON.stringify(meetings)],
  );
  await stage.query(
    `insert into group_health (group_id, site_id, level, assessed_at, as_of_seq, parameter_version)
     select id, site_id, 'steady', now(), 1, 'bench' from follow_on_group`,
  );
  await stage.query('vacuum analyze');
}

async function msPerList(url: string, network: Network, accountId?: string): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  const sites = [...new Set(network.groups.map(({ siteId }) => siteId))];
  try {
    await Promise.all(Array.from({ length: connections }, () => list(pool, sites[0] as string, accountId)));
    let left = lists;
    const start = performance.now();
    await Promise.all(
      Array.from({ length: connections }, async (_, lane) => {
        while (left > 0) {
          left -= 1;
          await list(pool, sites[(left + lane) % sites.length] as string, accountId);
        }
      }),
    );
    return (1_000 * secondsSince(start)) / lists;
  } finally {
    await pool.end();
  }
}

/** Both arms open a transaction; only the walled one has somebody to name. */
async function list(pool: pg.Pool, siteId: string, accountId?: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    if (accountId) await client.query(`select set_config('app.user_id', $1, true)`, [accountId]);
    const { rowCount } = await client.query(LIST, [siteId]);
    if (rowCount !== 50) throw new Error(`A list of 50 groups had ${rowCount}.`);
    await client.query('commit');
  } finally {
    client.release();
  }
}
