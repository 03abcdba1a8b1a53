import { expect, test } from '@jest/globals';
import { BusinessClock } from '@followon/shared/db/clock';
import type { DataSource } from 'typeorm';
import { TimeMachine } from './time-machine.js';

const DAY_MS = 86_400_000;

/** A database whose worker lives through a day after `looks` statements, right before the next one. */
function aDatabaseMovedAfter(looks: number): DataSource {
  let asked = 0;
  const query = (sql: string) => {
    if (sql.startsWith('update')) return Promise.resolve([]);
    const offset_days = asked >= looks ? 1 : 0;
    asked += 1;
    return Promise.resolve([{ offset_days, arrived: offset_days === 1 }]);
  };
  return { query, manager: { query } } as unknown as DataSource;
}

test.each([0, 1, 2, 3])(
  'whoever is told that a day has passed reads that day, moved after %i looks',
  async (looks) => {
    const machine = new TimeMachine(aDatabaseMovedAfter(looks), new BusinessClock());
    const { now } = await machine.advance(1);
    expect(Date.parse(now) - Date.now()).toBeGreaterThan(DAY_MS / 2);
  },
);
