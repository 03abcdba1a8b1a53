import { randomBytes } from 'node:crypto';
import { hashPassword, verifyPassword } from '@followon/shared/accounts/password';
import { armDue } from '@followon/shared/db/due/arm-due';
import { appendAll } from '@followon/shared/db/ledger/append';
import { inTransaction } from '@followon/shared/db/transaction';
import type { DataSource, EntityManager } from 'typeorm';
import { demoNetwork } from './demo-network.js';
import type { Row, Table } from './demo-rows.js';
import { tables } from './demo-rows.js';
import type { DemoPerson } from './people.js';
import { people } from './people.js';

const SECRET_BYTES = 32;
/** Any number of our own: two launchers that seed at once wait for each other. */
const SEED_LOCK = 20_260_614;

const signIns = Object.values<DemoPerson>(people)
  .filter(({ signsIn }) => signsIn)
  .map(({ email }) => email);

export interface Seeding {
  /** For everybody who signs in. */
  readonly password: string;
  readonly now: Date;
}

/**
 * Fills an empty database with the demo network, in one transaction as its owner. Where the demo is already, only the
 * password of its sign-ins is set.
 * @returns what was done, as a sentence without any secret
 * @throws Error when the database holds a network that is not the demo: the demo must not mix with real people.
 */
export async function seedDemo(dataSource: DataSource, seeding: Seeding): Promise<string> {
  return inTransaction(dataSource, { kind: 'none' }, async (manager) => {
    await manager.query('select pg_advisory_xact_lock($1)', [SEED_LOCK]);
    if (await hasDemo(manager)) return keepPassword(manager, seeding.password);
    await refuseOthers(manager);
    return fill(manager, seeding);
  });
}

async function hasDemo(manager: EntityManager): Promise<boolean> {
  const rows: unknown[] = await manager.query('select 1 from account where email = $1', [people.admin.email]);
  return rows.length > 0;
}

async function refuseOthers(manager: EntityManager): Promise<void> {
  const rows: unknown[] = await manager.query('select 1 from site union all select 1 from account limit 1');
  if (rows.length === 0) return;
  throw new Error(
    'This database holds a network that is not the demo, so the demo was not added. For a real network, set FOLLOWON_MODE=live.',
  );
}

async function keepPassword(manager: EntityManager, password: string): Promise<string> {
  const rows: { password_hash: string }[] = await manager.query(
    'select distinct password_hash from account where email = any($1::text[])',
    [signIns],
  );
  const matches = await Promise.all(rows.map((row) => verifyPassword(row.password_hash, password)));
  if (matches.every(Boolean)) return 'The demo network is there already.';
  await manager.query('update account set password_hash = $1 where email = any($2::text[])', [
    await hashPassword(password),
    signIns,
  ]);
  return 'The demo network is there already; its password was changed.';
}

async function fill(manager: EntityManager, { password, now }: Seeding): Promise<string> {
  const [shared, unknown] = await Promise.all([
    hashPassword(password),
    hashPassword(randomBytes(SECRET_BYTES).toString('hex')),
  ]);
  const { rows, facts, dues } = demoNetwork({ shared, unknown }, now);
  for (const table of tables) await insert(manager, table, rows[table] ?? []);
  await armDue(manager, dues);
  await appendAll(manager, facts);
  return `The demo network was made: ${rows.follow_on_group?.length} groups, ${rows.meeting?.length} meetings.`;
}

/** `table` and the columns are ours, never anybody's input. */
async function insert(manager: EntityManager, table: Table, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  await manager.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}
