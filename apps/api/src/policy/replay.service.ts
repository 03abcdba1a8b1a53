import { setImmediate } from 'node:timers/promises';
import type { PolicyReplay, ReplayPolicy } from '@followon/shared/contract/policy';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { windowOf } from '@followon/shared/rules/health/lived/replay-totals';
import { marksOf } from '@followon/shared/rules/health/marks';
import { Injectable } from '@nestjs/common';
import { Access } from '../auth/access.js';
import type { SignedIn } from '../auth/signed-in.js';
import { Refusal } from '../http/problem.js';
import { Units } from '../work/units.js';
import { Work } from '../work/work.js';
import type { LivedRow } from './lived-queries.js';
import { LivedQueries } from './lived-queries.js';
import { PolicyQueries } from './policy-queries.js';
import type { Start } from './trial.js';
import { Trial } from './trial.js';

/** Groups that are loaded at once: enough to spare round trips, few enough to forget again. */
const BATCH = 50;
/** Others wait for the same process: a replay is a few seconds of one core for the biggest site. */
const MOST_AT_ONCE = 2;
const LONGEST_MS = 60_000;

const busy = () =>
  new Refusal('busy', 'busy', 'Followon is busy at the moment.', {
    detail: 'Other trials on the history are still running. Wait a minute, then try again.',
    retryAfterSeconds: 20,
  });

/**
 * Tries marks on a site's own history and writes nothing. Groups are loaded in batches, each in a short transaction of its
 * own, and between groups others get their turn.
 */
@Injectable()
export class ReplayService {
  private running = 0;

  constructor(
    private readonly work: Work,
    private readonly units: Units,
    private readonly access: Access,
    private readonly policies: PolicyQueries,
    private readonly queries: LivedQueries,
  ) {}

  /** @throws Refusal 404; 503 when too many run at once, or the history is too long for one request. */
  async replay(who: SignedIn, wanted: ReplayPolicy): Promise<PolicyReplay> {
    const start = await this.units.run({ who, command: undefined, handle: () => this.start(wanted.siteId) });
    if (this.running >= MOST_AT_ONCE) throw busy();
    this.running += 1;
    try {
      return await this.through(who, wanted, start);
    } finally {
      this.running -= 1;
    }
  }

  private async start(siteId: string): Promise<Start> {
    this.access.require('set-policy', { siteId, own: false });
    const saved = marksOf(await this.policies.of(siteId)).thresholds;
    const clinicians = await this.queries.clinicians(siteId);
    return { today: londonDate(this.work.now()), saved, clinicians };
  }

  private async through(who: SignedIn, wanted: ReplayPolicy, start: Start): Promise<PolicyReplay> {
    const { siteId, thresholds, months } = wanted;
    const trial = new Trial(start, thresholds, windowOf(start.today, months));
    const deadline = performance.now() + LONGEST_MS;
    for await (const rows of this.batches(who, siteId)) {
      for (const row of rows) {
        trial.add(row);
        await setImmediate();
      }
      if (performance.now() > deadline) throw busy();
    }
    return trial.answer(siteId);
  }

  /** The next batch is on its way while one is replayed. */
  private async *batches(who: SignedIn, siteId: string): AsyncGenerator<readonly LivedRow[]> {
    let coming: Promise<readonly LivedRow[]> | null = this.load(who, siteId, null);
    while (coming !== null) {
      const rows: readonly LivedRow[] = await coming;
      const last = rows.at(-1);
      coming = last && rows.length === BATCH ? this.load(who, siteId, last.id) : null;
      coming?.catch(() => undefined); // the reader may have given up meanwhile; whoever goes on awaits it and hears of it
      yield rows;
    }
  }

  private load(who: SignedIn, siteId: string, after: string | null): Promise<readonly LivedRow[]> {
    const handle = () => this.queries.next(siteId, after, BATCH);
    return this.units.run({ who, command: undefined, handle });
  }
}
