import type { Evidence } from '../evidence.js';
import type { Expected, MeetingFact, Reason } from '../facts.js';
import { fitted } from '../fitted.js';
import { keepLast } from '../keep-last.js';
import { toOneDecimal, usualTurnout } from '../usual.js';
import { expectedFrom } from './expected.js';
import type { FeatureName } from './features.js';
import { CalmState, contributionsOf, driversOf, scoreOf, type Contributions } from './meeting-score.js';
import { ScoreKeeper } from './score-keeper.js';
import type { Scored } from './scored.js';
import { scoreInSilence } from './silence-score.js';

const SCORES_KEPT = 2;
const SHOWN = 3;

/** The score of one group from meeting to meeting: its features, what they add, and what is calm for this group. */
export class GroupScore {
  /** At the last meeting counted, somebody came for the first time. */
  cameNew = false;
  private readonly keeper = new ScoreKeeper();
  private readonly calm = new CalmState();
  private scores: readonly number[] = [];
  private contributions: Contributions = {};
  private gaps: readonly number[] = [];

  add(
    { outcome, headcount, attendees, newcomers }: MeetingFact,
    { gaps, isNewGap }: { readonly gaps: readonly number[]; readonly isNewGap: boolean },
  ): void {
    this.gaps = gaps;
    this.cameNew = false;
    if (outcome === 'not-held') return;
    if (isNewGap) this.keeper.addGap(gaps.at(-1) ?? 0);
    if (outcome !== 'held' || headcount === null) return;
    this.cameNew = this.keeper.addCount({ headcount, attendees, newcomers }) > 0;
    const features = this.keeper.features();
    if (features === undefined) return;
    const model = this.keeper.knowsPeople ? fitted.meeting : fitted.meetingByCounts;
    this.contributions = contributionsOf(model, features);
    this.scores = keepLast(this.scores, scoreOf(model, features), SCORES_KEPT);
  }

  /** Null before the first head count. */
  get latest(): number | null {
    return this.scores.at(-1) ?? null;
  }

  /** How many may come to the next meeting; null before the first head count. */
  expected(): Expected | null {
    return expectedFrom(this.keeper);
  }

  /** The group is steady at this meeting: what it is like now is what later meetings are compared with. */
  isCalm(): void {
    this.calm.add(this.contributions);
  }

  /** The chance that the last meeting with three or more people is past or within 90 days, after days of silence. */
  afterSilence(days: number): number | null {
    return this.latest === null ? null : scoreInSilence(this.latest, days, this.gaps);
  }

  scored(evidence: Evidence): Scored {
    return {
      scores: this.scores,
      cusum: this.keeper.cusum,
      drivers: () => driversOf(this.contributions, this.calm, (feature) => this.say(feature, evidence)),
    };
  }

  private say(feature: FeatureName, { counts, headcounts, countIds, gaps, lastMet }: Evidence): Reason {
    const meetingIds = countIds.slice(-SHOWN);
    const usual = usualTurnout(counts);
    const numbers = {
      ...(usual === null ? {} : { usual: toOneDecimal(usual) }),
      recent: headcounts.slice(-SHOWN),
    };
    if (feature === 'few-likely')
      return { key: 'few-likely', likely: this.expected()?.likely ?? 0, ...numbers, meetingIds };
    if (feature === 'long-gap') return longGapReason(gaps, lastMet?.meetingId);
    return { key: feature === 'cusum' ? 'cusum' : 'few-lately', ...numbers, meetingIds };
  }
}

const longGapReason = (gaps: readonly number[], meetingId: string | undefined): Reason => ({
  key: 'long-gap',
  gapDays: Math.max(0, ...gaps.slice(-SHOWN)),
  usualGapDays: Math.max(1, medianGap(gaps)),
  meetingIds: meetingId === undefined ? [] : [meetingId],
});

const medianGap = (gaps: readonly number[]): number => [...gaps].sort((a, b) => a - b)[gaps.length >> 1] ?? 1;
