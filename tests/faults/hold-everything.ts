import { setTimeout as sleep } from 'node:timers/promises';
import { createDataSource } from '@followon/shared/db/data-source';
import type { DataSource } from 'typeorm';
import type { MeetingToHold, Network } from '../support/a-network.js';
import { holdMeetings } from '../support/hold-meeting.js';
import type { Stage } from '../support/stage.js';

const lanes = 6;

interface Pace {
  /** All lanes together; the database decides when it cannot keep up. */
  readonly perSecond: number;
}

/**
 * Holds every meeting of the network, each group's in order, several groups at a time. A transaction that broke is
 * tried again only after asking whether it was committed after all, so that exactly these facts come to be.
 */
export async function holdEverything(stage: Stage, network: Network, { perSecond }: Pace): Promise<void> {
  const database = createDataSource({ url: stage.urls.app, name: 'campaign', poolSize: lanes });
  await database.initialize();
  const queues = Array.from({ length: lanes }, (_, lane) =>
    network.groups.filter((_group, index) => index % lanes === lane),
  );
  const everyMs = (lanes * 1_000) / perSecond;
  const one = (meeting: MeetingToHold): Promise<void> =>
    holdOne({ stage, database, accountId: network.accountId }, meeting);
  try {
    await Promise.all(
      queues.map(async (groups) => {
        const start = performance.now();
        let held = 0;
        for (const meeting of inTurns(groups.map(({ meetings }) => meetings))) {
          const early = start + held * everyMs - performance.now();
          if (early > 1) await sleep(early);
          await one(meeting);
          held += 1;
        }
      }),
    );
  } finally {
    await database.destroy().catch(() => undefined);
  }
}

/** The first meeting of every group, then the second of every group, and so on. */
export function* inTurns<T>(queues: readonly (readonly T[])[]): Generator<T> {
  const longest = Math.max(0, ...queues.map(({ length }) => length));
  for (let turn = 0; turn < longest; turn += 1) {
    for (const queue of queues) if (turn < queue.length) yield queue[turn] as T;
  }
}

interface Where {
  readonly stage: Stage;
  readonly database: DataSource;
  readonly accountId: string;
}

async function holdOne({ stage, database, accountId }: Where, meeting: MeetingToHold): Promise<void> {
  for (;;) {
    try {
      return await holdMeetings(database, accountId, [meeting]);
    } catch (error) {
      const [committed] = await stage.query('select 1 from meeting where id = $1', [meeting.meetingId]);
      if (committed) return;
      if (isOurFault(error)) throw error;
      await sleep(50);
    }
  }
}

/** Of a server that went away there is no SQL state, or one of class 57 or 08; anything else is a bug in here. */
function isOurFault(error: unknown): boolean {
  const { code } = (error as { driverError?: { code?: string } }).driverError ?? {};
  return code !== undefined && /^[0-9A-Z]{5}$/.test(code) && !/^(57|08)/.test(code);
}
