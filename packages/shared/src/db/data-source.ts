import 'reflect-metadata';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { entities } from './entities.js';
import { migrations } from './migrations.js';

const DATE = 1082;
const BIGINT = 20;
// A civil date stays the text it is (a JavaScript Date would move it across midnight); our counters fit a number.
pg.types.setTypeParser(DATE, (text) => text);
pg.types.setTypeParser(BIGINT, Number);

interface Connection {
  readonly url: string;
  /** Shown in pg_stat_activity. */
  readonly name: string;
  /** Most connections at once; every pool is part of the budget in docs/operations.md. */
  readonly poolSize: number;
  /**
   * Plans each statement once for any values. For the worker: its statements name one stream or carry one list, so that
   * a plan for the values at hand is never better, and planning costs more than most of them. Such a plan outlives the
   * size that a table had when it was made, so it goes by an index wherever there is one: made while a table was small, it
   * would read all of it again and again as it grows, until PostgreSQL next counts the rows.
   */
  readonly plansOnce?: boolean;
}

/** A data source that never changes the schema by itself: migrations do, as a step of their own. */
export const createDataSource = ({ url, name, poolSize, plansOnce = false }: Connection): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    poolSize,
    entities: [...entities],
    migrations: [...migrations],
    synchronize: false,
    migrationsTransactionMode: 'each',
    applicationName: name,
    extra: {
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      pipeline: true, // statements that do not wait for each other's answers share a round trip
      ...(plansOnce ? { options: '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off' } : {}),
    },
  });
