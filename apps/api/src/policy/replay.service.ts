import { setImmediate } from 'node:timers/promises';
import type { PolicyReplay, ReplayPolicy } from '@followon/shared/contract/policy';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { fitted } from '@followon/shared/rules/health/fitted';
import { windowOf } from '@followon/shared/rules/health/lived/replay-totals';
import { marksOf } from '@followon/shared/rules/health/marks';
import { presetOf } from '@followon/shared/rules/health/presets';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Access } from '../auth/access.js';
import type { SignedIn } from '../auth/signed-in.js';
import { log } from '../http/log.js';
import { conflict } from '../http/problem.js';
import { currentRequestId } from '../http/request-id.js';
import { Units } from '../work/units.js';
import { Work } from '../work/work.js';
import type { Lived, LivedRow } from './lived-queries.js';
import { LivedQueries } from './lived-queries.js';
import { PolicyQueries } from './policy-queries.js';
import { takenMarks } from './taken-marks.js';
import { TrialSlots } from './trial-slots.js';
import type { Start } from './trial.js';
import { Trial } from './trial.js';

/** Groups that are held at once: enough to spare round trips, few enough for a small server. */
const BATCH = 20;
const LONGEST_MS = 60_000;

const tooLong = () =>
  conflict('history-too-long', 'This site’s history is too long to try in one go.', {
    detail:
      'This site’s history is too long to try in one go. Choose fewer months: groups that ended before them are left out.',
  });

/**
 * Tries marks on a site's own history; only its log hears of it. Groups are loaded in batches, each in a short transaction
 * of its own, and between groups others get their turn.
 */
@Injectable()
export class ReplayService {
  private readonly slots = new TrialSlots();

  constructor(
    private readonly work: Work,
    private readonly units: Units,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly policies: PolicyQueries,
    private readonly queries: LivedQueries,
  ) {}

  /**
   * @throws Refusal 404; 400 for marks that the reader may not set; 409 while another of the account runs, or when the
   * history is too long for one request; 503 when too many others run
   */
  async replay(who: SignedIn, wanted: ReplayPolicy): Promise<PolicyReplay> {
    const alone = <T>(handle: () => Promise<T>): Promise<T> =>
      this.units.run({ who, command: undefined, handle });
    const start = await alone(() => this.start(wanted));
    this.slots.take(who.accountId);
    try {
      await alone(() => this.note(start, wanted.siteId));
      const answer = await this.through(who, wanted, start);
      noteCounts(answer);
      return answer;
    } finally {
      this.slots.leave(who.accountId);
    }
  }

  private async start({ siteId, thresholds }: ReplayPolicy): Promise<Start> {
    const site = { siteId, own: false };
    this.access.require('set-policy', site);
    const figures = this.access.figures('set-policy', site);
    const tried = takenMarks(thresholds, figures);
    const saved = marksOf(await this.policies.of(siteId)).thresholds;
    const clinicians = await this.queries.clinicians(siteId);
    return { today: londonDate(this.work.now()), saved, tried, clinicians, figures };
  }

  /** Before anything is told: if it cannot be noted, nothing is. */
  private note({ tried }: Start, siteId: string): Promise<void> {
    const which = presetOf(tried, fitted.thresholds) ?? 'own';
    return this.audit.record({ what: `policy.tried.${which}`, siteId, subject: siteId });
  }

  private async through(who: SignedIn, wanted: ReplayPolicy, start: Start): Promise<PolicyReplay> {
    const window = windowOf(start.today, wanted.months);
    const trial = new Trial(start, window);
    const deadline = performance.now() + LONGEST_MS;
    for await (const rows of this.batches(who, { siteId: wanted.siteId, from: window.from })) {
      for (const row of rows) {
        trial.add(row);
        await setImmediate();
        if (performance.now() > deadline) throw tooLong();
      }
    }
    return trial.answer(wanted.siteId);
  }

  /** One batch is let go before the next is asked for: two at once are memory that a small server does not have. */
  private async *batches(who: SignedIn, lived: Lived): AsyncGenerator<readonly LivedRow[]> {
    let after: string | null = null;
    do {
      const handle = (): Promise<LivedRow[]> => this.queries.next(lived, after, BATCH);
      const rows: LivedRow[] = await this.units.run({ who, command: undefined, handle });
      after = rows.length === BATCH ? (rows.at(-1)?.id ?? null) : null;
      yield rows;
    } while (after !== null);
  }
}

/** The marks and the counts beside the request of the site's log: what was tried, never on whom. */
function noteCounts({ siteId, proposed: { thresholds, totals }, groups }: PolicyReplay): void {
  const { groupsFlagged, flags, alerts } = totals;
  const counts = { groups, groupsFlagged, flags, alerts };
  log.info({ requestId: currentRequestId(), siteId, thresholds, ...counts }, 'marks were tried');
}
