import type { Evidence } from '../evidence.js';
import type { Expected, MeetingFact, Reason } from '../facts.js';
import { keepLast } from '../keep-last.js';
import { toOneDecimal, usualTurnout } from '../usual.js';
import { medianGap, type FeatureName } from './features.js';
import { CalmState, contributionsOf, driversOf, scoreOf, type Contributions } from './meeting-score.js';
import { ScoreKeeper } from './score-keeper.js';
import type { Scored } from './scored.js';
import { likeMost, standingScore } from './standing-score.js';

const SCORES_KEPT = 2;
const SHOWN = 3;

/** The score of one group from meeting to meeting: its features, what they add, and what is calm for this group. */
export class GroupScore {
  /** At the last meeting counted, somebody came for the first time. */
  cameNew = false;
  /**
   * The chance, 0 to 1, that the last meeting with three or more people is among the last one counted and the next five; null
   * before the first head count.
   */
  atMeeting: number | null = null;
  private readonly keeper = new ScoreKeeper();
  private readonly calm = new CalmState();
  private standings: readonly number[] = [];
  private contributions: Contributions = {};

  add(
    { outcome, headcount, attendees, newcomers }: MeetingFact,
    { gaps, isNewGap }: { readonly gaps: readonly number[]; readonly isNewGap: boolean },
  ): void {
    this.cameNew = false;
    if (outcome === 'not-held') return;
    if (isNewGap) this.keeper.addGap(gaps.at(-1) ?? 0);
    if (outcome !== 'held' || headcount === null) return;
    this.cameNew = this.keeper.addCount({ headcount, attendees, newcomers }) > 0;
    this.score();
  }

  private score(): void {
    const features = this.keeper.features();
    if (features === undefined) return;
    const { meeting } = this.keeper.models;
    this.contributions = contributionsOf(meeting, features);
    this.atMeeting = scoreOf(meeting, features);
    this.standings = keepLast(this.standings, this.standing(0), SCORES_KEPT);
  }

  /** How many may come to the next meeting; null before the first head count. */
  expected(): Expected | null {
    return this.keeper.expected();
  }

  /** The group is steady at this meeting: what it is like now is what later meetings are compared with. */
  isCalm(): void {
    this.calm.add(this.contributions);
  }

  /**
   * The chance that the last meeting with three or more people is past or within 90 days, after days of silence. Before the first
   * head count only the silence speaks, of a group that is otherwise like most.
   */
  standing(silentDays: number): number {
    const { models, counts, gaps, usualGap } = this.keeper;
    const by = models.standing;
    if (this.atMeeting === null) return standingScore({ ...likeMost(by), gaps, usualGap }, silentDays, by);
    return standingScore({ meetingScore: this.atMeeting, counts, gaps, usualGap }, silentDays, by);
  }

  scored(evidence: Evidence): Scored {
    return {
      scores: this.standings,
      cusum: this.keeper.cusum,
      drivers: () => driversOf(this.contributions, this.calm, (feature) => this.say(feature, evidence)),
    };
  }

  private say(feature: FeatureName, { counts, headcounts, countIds, gaps, lastMet }: Evidence): Reason {
    if (feature === 'long-gap' || feature === 'wider-gaps') return longGapReason(gaps, lastMet?.meetingId);
    const usual = usualTurnout(counts);
    const numbers = {
      ...(usual === null ? {} : { usual: toOneDecimal(usual) }),
      recent: headcounts.slice(-SHOWN),
      meetingIds: countIds.slice(-SHOWN),
    };
    if (feature !== 'few-likely') return { key: 'few-lately', ...numbers };
    return { key: 'few-likely', likely: this.expected()?.likely ?? 0, ...numbers };
  }
}

const longGapReason = (gaps: readonly number[], meetingId: string | undefined): Reason => ({
  key: 'long-gap',
  gapDays: Math.max(0, ...gaps.slice(-SHOWN)),
  usualGapDays: medianGap(gaps),
  meetingIds: meetingId === undefined ? [] : [meetingId],
});
